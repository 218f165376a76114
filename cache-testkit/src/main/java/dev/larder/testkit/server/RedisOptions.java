package dev.larder.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a setup says.
 *
 * @param binary Redis or Valkey
 * @param password of the user {@code default}; empty: anybody is that user
 * @param user who clients are; null: {@code default}
 * @param certificates null: no TLS
 * @param lines of the configuration file
 * @param persistent whether a restart finds what was there
 */
record RedisOptions(
    ServerBinary binary,
    String password,
    @Nullable RedisUser user,
    @Nullable TestCertificates certificates,
    List<String> lines,
    boolean persistent) {
  RedisOptions {
    lines = List.copyOf(lines);
  }

  static RedisOptions of(ServerBinary binary) {
    return new RedisOptions(binary, "", null, null, List.of(), false);
  }

  RedisOptions withPassword(String newPassword) {
    return new RedisOptions(binary, newPassword, user, certificates, lines, persistent);
  }

  RedisOptions withUser(RedisUser newUser) {
    String forAll = password.isEmpty() ? UUID.randomUUID().toString() : password;
    return new RedisOptions(binary, forAll, newUser, certificates, lines, persistent);
  }

  RedisOptions withCertificates(TestCertificates newCertificates) {
    return new RedisOptions(binary, password, user, newCertificates, lines, persistent);
  }

  RedisOptions withLines(String... more) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(List.of(more));
    return new RedisOptions(binary, password, user, certificates, all, persistent);
  }

  /** As a server that talks to others of its kind: it knows their password, and they speak TLS. */
  RedisOptions amongOthers() {
    RedisOptions knowing =
        password.isEmpty() ? this : withLines("masterauth " + RedisOptions.quoted(password));
    return certificates == null ? knowing : knowing.withLines("tls-replication yes");
  }

  RedisOptions withPersistence() {
    return new RedisOptions(binary, password, user, certificates, lines, true);
  }

  /** As a word of the configuration file. */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
