package dev.larder.redis;

import dev.larder.spi.Stored;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is stored under the key of a value: the generation, and the caller's bytes. */
final class Frame {
  private static final int STAMP_LENGTH = 8;

  private Frame() {}

  /** The value of a frame and, behind it, its remaining life; null if there is none. */
  static @Nullable Stored stored(List<Object> reply, int at) {
    return stored(reply, at, at + 1);
  }

  /** The value of a frame and its remaining life, which stand in a reply; null if none does. */
  static @Nullable Stored stored(List<Object> reply, int at, int lifeAt) {
    byte[] frame = (byte[]) reply.get(at);
    return frame == null
        ? null
        : new Stored(
            Arrays.copyOfRange(frame, STAMP_LENGTH, frame.length),
            Millis.remaining((Long) reply.get(lifeAt)));
  }

  static Stored requireStored(List<Object> reply, int at) {
    return Objects.requireNonNull(stored(reply, at), "a frame");
  }

  /** What scripts say that reply {@code {0}} or {@code {1}}. */
  static boolean flag(List<Object> reply) {
    return Long.valueOf(1).equals(reply.get(0));
  }

  /** How many of the stamps behind the first, which is the present one's, are the same as that. */
  static long present(List<Object> stamps) {
    long present = 0;
    for (int i = 1; i < stamps.size(); i++) {
      present += isPresent(stamps, i) ? 1 : 0;
    }
    return present;
  }

  static boolean isPresent(List<Object> stamps, int at) {
    byte[] now = (byte[]) stamps.get(0);
    return now.length == STAMP_LENGTH && Arrays.equals((byte[]) stamps.get(at), now);
  }

  /** Whether the stamp is of a generation that is over. */
  static boolean isOutdated(List<Object> stamps, int at) {
    byte[] stamp = (byte[]) stamps.get(at);
    return stamp != null && stamp.length > 0 && !isPresent(stamps, at);
  }
}
