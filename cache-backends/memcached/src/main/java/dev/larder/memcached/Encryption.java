package dev.larder.memcached;

import dev.larder.CacheConfigurationException;
import dev.larder.memcached.MemcachedOptions.Tls;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS as a client speaks it. */
final class Encryption {
  private final SSLContext context;
  private final boolean verifiesHostName;

  private Encryption(SSLContext context, boolean verifiesHostName) {
    this.context = context;
    this.verifiesHostName = verifiesHostName;
  }

  /**
   * As the options say.
   *
   * @throws CacheConfigurationException if the trust store cannot be read
   */
  static Encryption of(Tls tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted(tls.trustStore(), tls.password()), null);
      return new Encryption(context, tls.verifiesHostName());
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new CacheConfigurationException(
          "the trust store "
              + tls.trustStore()
              + " of Memcached cannot be read: "
              + e.getMessage()
              + "; it is a PKCS#12 or JKS file, and the password must be its own",
          e);
    }
  }

  private static TrustManager @Nullable [] trusted(@Nullable Path file, @Nullable String password)
      throws GeneralSecurityException, IOException {
    if (file == null) {
      return null;
    }
    KeyStore store =
        KeyStore.getInstance(file.toFile(), password == null ? null : password.toCharArray());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** For a connection of Netty's. */
  SSLEngine engine(String host, int port) {
    SSLEngine engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    engine.setSSLParameters(parameters(engine.getSSLParameters()));
    return engine;
  }

  /** Over a connected socket, which is closed with it. */
  Socket over(Socket socket, ServerAddress address) throws IOException {
    SSLSocket encrypted =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, address.host(), address.port(), true);
    encrypted.setSSLParameters(parameters(encrypted.getSSLParameters()));
    return encrypted;
  }

  private SSLParameters parameters(SSLParameters parameters) {
    if (verifiesHostName) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    return parameters;
  }
}
