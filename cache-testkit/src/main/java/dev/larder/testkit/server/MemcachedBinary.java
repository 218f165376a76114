package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that speaks Memcached's binary protocol, which SASL needs. */
final class MemcachedBinary implements MemcachedClient {
  private static final byte[] NOTHING = {};
  private static final int REQUEST = 0x80;
  private static final int GET = 0x00;
  private static final int SET = 0x01;
  private static final int STAT = 0x10;
  private static final int SASL_AUTH = 0x21;
  private static final int OK = 0;
  private static final int KEY_NOT_FOUND = 1;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  MemcachedBinary(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** A packet of the server's. */
  private record Answer(int status, String key, ByteBuffer value) {
    byte[] bytes() {
      byte[] bytes = new byte[value.remaining()];
      value.duplicate().get(bytes);
      return bytes;
    }

    Answer orRefusal() {
      if (status != OK) {
        throw new ErrorReply(new String(bytes(), UTF_8));
      }
      return this;
    }
  }

  @Override
  public void logIn(MemcachedLogin login) throws IOException {
    String plain = "\0" + login.user() + "\0" + login.password();
    send(SASL_AUTH, NOTHING, "PLAIN", plain.getBytes(UTF_8));
    receive().orRefusal();
  }

  @Override
  public Map<String, String> stats(String group) throws IOException {
    Map<String, String> stats = new LinkedHashMap<>();
    send(STAT, NOTHING, group, NOTHING);
    for (Answer next = receive(); !next.key().isEmpty(); next = receive()) {
      stats.put(next.key(), new String(next.orRefusal().bytes(), UTF_8));
    }
    return stats;
  }

  @Override
  public byte @Nullable [] get(String key) throws IOException {
    send(GET, NOTHING, key, NOTHING);
    Answer answer = receive();
    return answer.status() == KEY_NOT_FOUND ? null : answer.orRefusal().bytes();
  }

  @Override
  public void set(String key, int flags, byte[] value) throws IOException {
    byte[] flagsAndNoEnd = ByteBuffer.allocate(8).putInt(flags).array();
    send(SET, flagsAndNoEnd, key, value);
    receive().orRefusal();
  }

  @Override
  public List<String> command(String line) {
    throw new UnsupportedOperationException(
        "A server with SASL does not speak the text protocol: \"" + line + "\".");
  }

  private void send(int operation, byte[] extras, String key, byte[] value) throws IOException {
    byte[] keyBytes = key.getBytes(UTF_8);
    out.writeByte(REQUEST);
    out.writeByte(operation);
    out.writeShort(keyBytes.length);
    out.writeByte(extras.length);
    out.write(new byte[3]);
    out.writeInt(extras.length + keyBytes.length + value.length);
    out.write(new byte[12]);
    out.write(extras);
    out.write(keyBytes);
    out.write(value);
    out.flush();
  }

  private Answer receive() throws IOException {
    in.readNBytes(2);
    int keyLength = in.readUnsignedShort();
    int extrasLength = in.readUnsignedByte();
    in.readByte();
    int status = in.readUnsignedShort();
    int bodyLength = in.readInt();
    in.readNBytes(12 + extrasLength);
    String key = new String(in.readNBytes(keyLength), UTF_8);
    byte[] value = in.readNBytes(bodyLength - extrasLength - keyLength);
    return new Answer(status, key, ByteBuffer.wrap(value));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
