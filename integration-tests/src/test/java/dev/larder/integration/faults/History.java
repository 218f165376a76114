package dev.larder.integration.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a worker did, on its way to the checker. */
final class History {
  private static final Event.Kind[] KINDS = Event.Kind.values();

  private History() {}

  static void write(Path file, List<Event> events) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(events.size());
      for (Event event : events) {
        out.writeByte(event.kind().ordinal());
        out.writeLong(event.key());
        out.writeLong(event.version());
        out.writeLong(event.begin());
        out.writeLong(event.end());
      }
    }
  }

  static List<Event> read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      List<Event> events = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        Event.Kind kind = KINDS[in.readByte()];
        events.add(new Event(kind, in.readLong(), in.readLong(), in.readLong(), in.readLong()));
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
