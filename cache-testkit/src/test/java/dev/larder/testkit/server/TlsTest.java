package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
  private static final TestCertificates CERTIFICATES = TestCertificates.generate();

  @AutoClose static final RedisServer REDIS = RedisServer.redis().tls(CERTIFICATES).start();

  @AutoClose static final RedisServer MUTUAL = RedisServer.redis().mutualTls(CERTIFICATES).start();

  @AutoClose
  static final MemcachedServer MEMCACHED = MemcachedServer.memcached().tls(CERTIFICATES).start();

  private static KeyStore load(String type, Path file, String password) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    return store;
  }

  private static SSLContext trusting(KeyStore trusted) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static SSLContext showing(TlsFiles files) throws Exception {
    KeyStore store = load("PKCS12", files.keyStore(), files.password());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, files.password().toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load("PKCS12", files.trustStore(), files.password()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** What the server says, to a client that checks the certificate's host name as well. */
  private static String ask(SSLContext context, String host, TestServer server, String line)
      throws IOException {
    try (Socket socket = new Socket(host, server.port());
        SSLSocket secure =
            (SSLSocket)
                context.getSocketFactory().createSocket(socket, host, server.port(), true)) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      secure.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
      return new String(secure.getInputStream().readNBytes(7), US_ASCII).strip();
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, PKCS12", "localhost, PKCS12", "127.0.0.1, JKS"})
  void whoTrustsTheAuthorityIsAnswered(String host, String type) throws Exception {
    TlsFiles files = REDIS.tls();
    Path store = type.equals("JKS") ? files.trustStoreJks() : files.trustStore();
    SSLContext context = trusting(load(type, store, files.password()));
    assertThat(ask(context, host, REDIS, "PING")).isEqualTo("+PONG");
    assertThat(ask(context, host, MEMCACHED, "version")).isEqualTo("VERSION");
  }

  @Test
  void whoTrustsOthersDoesNotShakeHands() throws Exception {
    SSLContext others = TestCertificates.generate().clientContext();
    for (SSLContext context : new SSLContext[] {SSLContext.getDefault(), others}) {
      assertThatThrownBy(() -> ask(context, "127.0.0.1", REDIS, "PING"))
          .isInstanceOf(SSLHandshakeException.class);
      assertThatThrownBy(() -> ask(context, "127.0.0.1", MEMCACHED, "version"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void aClientMustShowItsCertificateWhereItIsAskedFor() throws Exception {
    TlsFiles files = MUTUAL.tls();
    SSLContext anonymous = trusting(load("PKCS12", files.trustStore(), files.password()));
    // By an alert, or by a connection that was closed before the question was out.
    assertThatThrownBy(() -> ask(anonymous, "127.0.0.1", MUTUAL, "PING"))
        .isInstanceOf(IOException.class);
    assertThat(ask(showing(files), "127.0.0.1", MUTUAL, "PING")).isEqualTo("+PONG");
  }

  @Test
  void whoSpeaksPlainIsNotAnswered() throws Exception {
    try (RespClient plain =
        new RespClient(new Connection(null, Connection.LONG).open(REDIS.port()))) {
      // The server closes the connection, at once or after it has read all.
      assertThatThrownBy(() -> plain.command("PING"))
          .isInstanceOfAny(EOFException.class, SocketException.class);
    }
  }

  @Test
  void aServerWithoutTlsHasNoCertificates() {
    try (RedisServer plain = RedisServer.redis().start()) {
      assertThatThrownBy(plain::tls)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The server speaks no TLS: " + plain.uri());
    }
  }
}
