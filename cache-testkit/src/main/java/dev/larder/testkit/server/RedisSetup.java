package dev.larder.testkit.server;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a server of Redis or Valkey is to be. A setup does not change: each method gives another one.
 */
public final class RedisSetup {
  private final RedisOptions options;

  RedisSetup(RedisOptions options) {
    this.options = options;
  }

  /** Clients must know this password, as the user {@code default}. */
  public RedisSetup password(String password) {
    requireText("password", password);
    return new RedisSetup(options.withPassword(password));
  }

  /**
   * Clients must be this user. The user {@code default} gets a password that only {@link
   * RedisServer#command} knows, unless {@link #password} gave it one.
   *
   * @param rules what the user may do, such as {@code ~app:*}, {@code +@all}, {@code -flushall}
   */
  public RedisSetup user(String name, String password, String... rules) {
    requireText("user name", name);
    requireText("password", password);
    return new RedisSetup(options.withUser(new RedisUser(name, password, List.of(rules))));
  }

  /** Only TLS is spoken, with the server's certificate of these. */
  public RedisSetup tls(TestCertificates certificates) {
    return new RedisSetup(options.withCertificates(certificates)).setting("tls-auth-clients", "no");
  }

  /** Only TLS is spoken, and only with clients that show a certificate of these. */
  public RedisSetup mutualTls(TestCertificates certificates) {
    return new RedisSetup(options.withCertificates(certificates))
        .setting("tls-auth-clients", "yes");
  }

  /** Each write is on disk before it is answered, and is there again after a restart. */
  public RedisSetup persistent() {
    return new RedisSetup(options.withPersistence())
        .setting("appendonly", "yes")
        .setting("appendfsync", "always");
  }

  /** A line of the configuration file, such as {@code maxmemory 2mb}. */
  public RedisSetup setting(String name, String... values) {
    requireText("setting", name);
    String line =
        name
            + " "
            + Arrays.stream(values).map(RedisOptions::quoted).collect(Collectors.joining(" "));
    return new RedisSetup(options.withLines(line));
  }

  private static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("The " + what + " is blank: \"" + text + "\"");
    }
  }

  /** One server, which answers when this returns. */
  public RedisServer start() {
    return RedisServer.start(options);
  }

  /** A master and its replicas, which have its contents when this returns. */
  public RedisReplication startReplicated(int replicas) {
    return RedisReplication.start(options, replicas);
  }

  /**
   * A master and its replicas, and sentinels that know all of them and each other when this
   * returns. The sentinels ask for the same password, user and certificates as the servers.
   */
  public RedisSentinels startSentinels(int replicas, int sentinels) {
    return RedisSentinels.start(options, replicas, sentinels);
  }

  /** A cluster of masters that share the slots in equal parts, when this returns. */
  public RedisCluster startCluster(int masters) {
    return RedisCluster.start(options, masters);
  }
}
