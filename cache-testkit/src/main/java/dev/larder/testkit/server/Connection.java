package dev.larder.testkit.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Opens the sockets over which tests look at a server.
 *
 * @param certificates null: no TLS
 * @param patience how long an answer may take
 */
record Connection(@Nullable TestCertificates certificates, Duration patience) {
  /** So long that only a server that hangs needs longer. */
  static final Duration LONG = Duration.ofSeconds(30);

  /** For the first question to a port, which might not be the server's. */
  static final Duration SHORT = Duration.ofSeconds(1);

  Socket open(int port) throws IOException {
    InetSocketAddress address = FreePort.loopback(port);
    int millis = (int) patience.toMillis();
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(millis);
      socket.connect(address, millis);
      return certificates == null ? socket : secure(socket, certificates);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket secure(Socket socket, TestCertificates certificates) throws IOException {
    SSLSocket secure =
        (SSLSocket)
            certificates
                .clientContext()
                .getSocketFactory()
                .createSocket(socket, "127.0.0.1", socket.getPort(), true);
    secure.startHandshake();
    return secure;
  }
}
