package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks passwords for Cyrus SASL, as its own {@code saslauthd} does: over a socket in the server's
 * directory come user, password, service and realm, each after its length; back goes OK or NO. So
 * nobody has to install the programs that write SASL's user database.
 */
final class SaslDaemon implements AutoCloseable {
  private final ServerSocketChannel channel;
  private final MemcachedLogin login;

  private SaslDaemon(ServerSocketChannel channel, MemcachedLogin login) {
    this.channel = channel;
    this.login = login;
  }

  /** Writes SASL's configuration into the directory, and checks passwords from now on. */
  static SaslDaemon start(Path directory, MemcachedLogin login) {
    Path socket = directory.resolve("mux");
    try {
      Files.writeString(
          directory.resolve("memcached.conf"),
          """
          mech_list: plain
          pwcheck_method: saslauthd
          saslauthd_path: %s
          """
              .formatted(socket));
      ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      channel.bind(UnixDomainSocketAddress.of(socket));
      SaslDaemon daemon = new SaslDaemon(channel, login);
      Thread thread = new Thread(daemon::answerAll, "larder-sasl");
      thread.setDaemon(true);
      thread.start();
      return daemon;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answerAll() {
    while (channel.isOpen()) {
      try (SocketChannel client = channel.accept()) {
        answer(client);
      } catch (IOException e) {
        // Either this is closed, or the server is gone already.
      }
    }
  }

  private void answer(SocketChannel client) throws IOException {
    DataInputStream in = new DataInputStream(Channels.newInputStream(client));
    String user = word(in);
    String password = word(in);
    word(in);
    word(in);
    boolean right = user.equals(login.user()) && password.equals(login.password());
    ByteBuffer answer = ByteBuffer.allocate(4).putShort((short) 2);
    client.write(answer.put((right ? "OK" : "NO").getBytes(UTF_8)).flip());
  }

  private static String word(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedShort()), UTF_8);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
