package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that speaks RESP2, the protocol of Redis: one command, one reply. */
final class RespClient implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  RespClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new BufferedOutputStream(socket.getOutputStream());
  }

  /**
   * The reply: text (simple strings), {@code Long}, {@code byte[]} (bulk strings), {@code List} of
   * such and of {@link ErrorReply}, or null.
   *
   * @throws ErrorReply if the server refuses
   */
  @Nullable Object command(List<byte[]> words) throws IOException {
    out.write(("*" + words.size() + "\r\n").getBytes(ISO_8859_1));
    for (byte[] word : words) {
      out.write(("$" + word.length + "\r\n").getBytes(ISO_8859_1));
      out.write(word);
      out.write("\r\n".getBytes(ISO_8859_1));
    }
    out.flush();
    Object reply = reply();
    if (reply instanceof ErrorReply error) {
      throw error;
    }
    return reply;
  }

  @Nullable Object command(String... words) throws IOException {
    return command(Arrays.stream(words).map(word -> word.getBytes(UTF_8)).toList());
  }

  private @Nullable Object reply() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.valueOf(rest);
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> array(Integer.parseInt(rest));
      case '-' -> new ErrorReply(rest);
      default -> throw new IOException("no reply of RESP: " + line);
    };
  }

  private byte @Nullable [] bulk(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    line();
    return bytes;
  }

  private @Nullable List<@Nullable Object> array(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      all.add(reply());
    }
    return all;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      line.append((char) next);
    }
    line.setLength(line.length() - 1);
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
