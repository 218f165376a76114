package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An endpoint that tells which servers there are, as ElastiCache has one. */
final class ConfigEndpoint {
  private static final String ASK = "config get cluster";

  /** What endpoints of Memcached before 1.4.14 understand. */
  private static final String ASK_OLD = "get AmazonElastiCache:cluster";

  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_LIST = 1_000_000;

  private final ServerAddress address;
  private final Duration timeout;
  private final @Nullable Encryption encryption;

  ConfigEndpoint(ServerAddress address, Duration timeout, @Nullable Encryption encryption) {
    this.address = address;
    this.timeout = timeout;
    this.encryption = encryption;
  }

  /** The list as it is now. */
  ClusterList ask() throws IOException {
    try (Socket socket = connect()) {
      InputStream answers = new BufferedInputStream(socket.getInputStream());
      String list = ask(socket, answers, ASK);
      return ClusterList.parse(list != null ? list : older(socket, answers));
    }
  }

  private String older(Socket socket, InputStream answers) throws IOException {
    String list = ask(socket, answers, ASK_OLD);
    if (list == null) {
      throw new IOException(address + " is no configuration endpoint: it knows no list of servers");
    }
    return list;
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    try {
      int millis = (int) timeout.toMillis();
      socket.connect(new InetSocketAddress(address.host(), address.port()), millis);
      socket.setSoTimeout(millis);
      return encryption == null ? socket : encryption.over(socket, address);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** What is asked for; null if the endpoint does not know it. */
  private @Nullable String ask(Socket socket, InputStream answers, String what) throws IOException {
    socket.getOutputStream().write((what + "\r\n").getBytes(US_ASCII));
    socket.getOutputStream().flush();
    String first = line(answers);
    if (first.equals("ERROR") || first.equals("END") || first.startsWith("CLIENT_ERROR")) {
      return null;
    }
    String[] words = first.split(" ", -1);
    if (words.length < 4 || !words[3].matches("[0-9]{1,9}")) {
      throw new IOException(address + " answered \"" + first + "\" to " + what);
    }
    int length = Integer.parseInt(words[3]);
    if (length > LONGEST_LIST) {
      throw new IOException(address + " has a list of " + length + " bytes");
    }
    String list = new String(answers.readNBytes(length), US_ASCII);
    line(answers);
    if (!line(answers).equals("END")) {
      throw new IOException(address + " did not end its list");
    }
    return list;
  }

  private String line(InputStream answers) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0 || line.size() > LONGEST_LINE) {
        throw new IOException(address + " did not end its line");
      }
      line.write(next);
    }
    return line.toString(US_ASCII).stripTrailing();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
