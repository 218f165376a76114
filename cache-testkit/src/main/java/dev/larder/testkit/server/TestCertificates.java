package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority of the test's own and what it signed: a certificate for servers on 127.0.0.1 and
 * localhost, and one for clients. Nobody else trusts it.
 */
public final class TestCertificates {
  private static final String PASSWORD = "for-tests";

  private final Certificate authority;
  private final CertificateAuthority.Identity server;
  private final CertificateAuthority.Identity client;

  private final SSLContext clientContext;

  private TestCertificates(CertificateAuthority authority)
      throws GeneralSecurityException, IOException {
    this.authority = authority.certificate();
    this.server = authority.issue("larder test server");
    this.client = authority.issue("larder test client");
    this.clientContext = newClientContext();
  }

  /** A new authority with new certificates, which takes milliseconds. */
  public static TestCertificates generate() {
    try {
      return new TestCertificates(CertificateAuthority.create());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("certificates cannot be made on this JDK", e);
    }
  }

  /** For clients in Java: trusts the authority, and shows the client's certificate if asked. */
  public SSLContext clientContext() {
    return clientContext;
  }

  private SSLContext newClientContext() throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trustStore("PKCS12"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(clientKeys(), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Writes everything into the directory, in the forms that servers and clients read. */
  public TlsFiles writeTo(Path directory) {
    try {
      TlsFiles files = files(directory);
      write(files.authority(), "CERTIFICATE", authority.getEncoded());
      write(files.serverCertificate(), "CERTIFICATE", server.certificate().getEncoded());
      write(files.serverKey(), "PRIVATE KEY", server.key().getEncoded());
      write(files.clientCertificate(), "CERTIFICATE", client.certificate().getEncoded());
      write(files.clientKey(), "PRIVATE KEY", client.key().getEncoded());
      write(files.trustStore(), trustStore("PKCS12"));
      write(files.trustStoreJks(), trustStore("JKS"));
      write(files.keyStore(), clientKeys());
      return files;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("certificates cannot be written on this JDK", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link #writeTo} has written there. */
  TlsFiles files(Path directory) {
    return new TlsFiles(directory, PASSWORD);
  }

  private KeyStore trustStore(String type) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    store.setCertificateEntry("authority", authority);
    return store;
  }

  private KeyStore clientKeys() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = {client.certificate(), authority};
    store.setKeyEntry("client", client.key(), PASSWORD.toCharArray(), chain);
    return store;
  }

  private static void write(Path file, KeyStore store)
      throws GeneralSecurityException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind), US_ASCII);
  }
}
