package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection that speaks Memcached's text protocol: one command, one answer. */
final class MemcachedText implements MemcachedClient {
  /** Lines that more lines follow. */
  private static final Pattern GOES_ON = Pattern.compile("(STAT|ITEM) .*");

  private static final Pattern REFUSAL = Pattern.compile("ERROR|(CLIENT|SERVER)_ERROR .*");

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  MemcachedText(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  @Override
  public Map<String, String> stats(String group) throws IOException {
    Map<String, String> stats = new LinkedHashMap<>();
    for (String line : command(("stats " + group).strip())) {
      String[] words = line.split(" ", 3);
      if (words.length == 3) {
        stats.put(words[1], words[2]);
      }
    }
    return stats;
  }

  @Override
  public List<String> command(String line) throws IOException {
    send(line + "\r\n");
    List<String> lines = new ArrayList<>();
    do {
      lines.add(line());
    } while (GOES_ON.matcher(lines.get(lines.size() - 1)).matches());
    return lines;
  }

  @Override
  public byte @Nullable [] get(String key) throws IOException {
    send("get " + key + "\r\n");
    String line = line();
    if (line.equals("END")) {
      return null;
    }
    byte[] value = new byte[Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1))];
    in.readFully(value);
    line();
    line();
    return value;
  }

  @Override
  public void set(String key, int flags, byte[] value) throws IOException {
    send("set %s %d 0 %d\r\n".formatted(key, flags, value.length));
    out.write(value);
    send("\r\n");
    String answer = line();
    if (!answer.equals("STORED")) {
      throw new ErrorReply(answer);
    }
  }

  /** What a server asks for that has a file of users; the key does not matter. */
  @Override
  public void logIn(MemcachedLogin login) throws IOException {
    set("login", 0, (login.user() + " " + login.password()).getBytes(UTF_8));
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
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
    if (REFUSAL.matcher(line).matches()) {
      throw new ErrorReply(line.toString());
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
