package dev.larder.testkit.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens the sockets over which tests look at a server. */
record Connection(@Nullable TestCertificates certificates) {
  /** So long that only a server that hangs needs longer. */
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  Socket open(int port) throws IOException {
    InetSocketAddress address = FreePort.loopback(port);
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(address, PATIENCE_MILLIS);
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
