package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Signs certificates (X.509, RFC 5280) for 127.0.0.1 and localhost that are good for a day. */
final class CertificateAuthority {
  private static final Duration LIFE = Duration.ofDays(1);
  private static final byte[] ECDSA_SHA256 =
      Der.sequence(Der.identifier(1, 2, 840, 10045, 4, 3, 2));
  private static final byte[] COMMON_NAME = Der.identifier(2, 5, 4, 3);
  private static final byte[] ALTERNATIVE_NAMES = Der.identifier(2, 5, 29, 17);
  private static final byte[] BASIC_CONSTRAINTS = Der.identifier(2, 5, 29, 19);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final byte[] name;
  private final Identity identity;

  /** A key and the certificate of it. */
  record Identity(PrivateKey key, X509Certificate certificate) {}

  private CertificateAuthority(byte[] name, Identity identity) {
    this.name = name;
    this.identity = identity;
  }

  /** A new authority, with a certificate that it signed itself. */
  static CertificateAuthority create() throws GeneralSecurityException {
    byte[] name = name("larder test authority");
    KeyPair keys = keys();
    byte[] isAuthority = Der.sequence(BASIC_CONSTRAINTS, Der.yes(), content(Der.yes()));
    X509Certificate certificate =
        sign(keys.getPrivate(), body(name, name, keys, Der.sequence(isAuthority)));
    return new CertificateAuthority(name, new Identity(keys.getPrivate(), certificate));
  }

  /** What those trust who trust this authority. */
  X509Certificate certificate() {
    return identity.certificate();
  }

  /** A new key with its certificate. */
  Identity issue(String commonName) throws GeneralSecurityException {
    KeyPair keys = keys();
    byte[] names =
        Der.sequence(
            ALTERNATIVE_NAMES,
            content(Der.choice(7, LOOPBACK), Der.choice(2, "localhost".getBytes(US_ASCII))));
    byte[] body = body(name, name(commonName), keys, Der.sequence(names));
    return new Identity(keys.getPrivate(), sign(identity.key(), body));
  }

  private static byte[] content(byte[]... parts) {
    return Der.octets(Der.sequence(parts));
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(commonName))));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static byte[] body(byte[] issuer, byte[] subject, KeyPair keys, byte[] extensions) {
    Instant now = Instant.now();
    return Der.sequence(
        Der.field(0, Der.integer(BigInteger.TWO)),
        Der.integer(BigInteger.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE))),
        ECDSA_SHA256,
        issuer,
        Der.sequence(Der.time(now.minus(LIFE)), Der.time(now.plus(LIFE))),
        subject,
        keys.getPublic().getEncoded(),
        Der.field(3, extensions));
  }

  private static X509Certificate sign(PrivateKey key, byte[] body) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(body);
    byte[] whole = Der.sequence(body, ECDSA_SHA256, Der.bits(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }
}
