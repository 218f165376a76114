package dev.larder.testkit.server;

import java.nio.file.Path;

/**
 * Certificates and keys as files.
 *
 * @param directory where they lie; deleted with the server whose they are
 * @param password of the stores, and of the key in {@link #keyStore}
 */
public record TlsFiles(Path directory, String password) {
  /** The authority's certificate (PEM). */
  public Path authority() {
    return directory.resolve("authority.pem");
  }

  /** The server's certificate (PEM). */
  public Path serverCertificate() {
    return directory.resolve("server.pem");
  }

  /** The server's key (PEM, PKCS 8, not encrypted). */
  public Path serverKey() {
    return directory.resolve("server.key");
  }

  /** The client's certificate (PEM). */
  public Path clientCertificate() {
    return directory.resolve("client.pem");
  }

  /** The client's key (PEM, PKCS 8, not encrypted). */
  public Path clientKey() {
    return directory.resolve("client.key");
  }

  /** The authority's certificate, for clients to trust (PKCS 12). */
  public Path trustStore() {
    return directory.resolve("trust.p12");
  }

  /** The same in the older form (JKS). */
  public Path trustStoreJks() {
    return directory.resolve("trust.jks");
  }

  /** The client's key with its certificate (PKCS 12). */
  public Path keyStore() {
    return directory.resolve("client.p12");
  }
}
