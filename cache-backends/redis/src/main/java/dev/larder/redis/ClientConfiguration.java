package dev.larder.redis;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.Protocol;
import org.redisson.config.ReadMode;
import org.redisson.config.ReplicatedServersConfig;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.SslVerificationMode;
import org.redisson.config.SubscriptionMode;

/** What Redisson is told. Whatever is not said here is as Redisson has it. */
final class ClientConfiguration {
  /** Connections that stay open when nobody needs them. */
  private static final int IDLE_CONNECTIONS = 2;

  private static final int SUBSCRIBING_CONNECTIONS = 8;

  /** Each cache has a channel, and one connection hears as many as there are. */
  private static final int CHANNELS_OF_CONNECTION = 10_000;

  private final RedisOptions options;

  private ClientConfiguration(RedisOptions options) {
    this.options = options;
  }

  static Config of(RedisOptions options) {
    return new ClientConfiguration(options).config();
  }

  private Config config() {
    int processors = Runtime.getRuntime().availableProcessors();
    Config config =
        new Config()
            .setCodec(ByteArrayCodec.INSTANCE)
            .setProtocol(Protocol.RESP2)
            .setNettyThreads(Math.min(Math.max(2, processors), 16))
            .setThreads(2)
            .setLazyInitialization(true)
            // Redisson's own scripts apart, scripts are told by hash already.
            .setUseScriptCache(false);
    config.setReferenceEnabled(false);
    config.setUseThreadClassLoader(false);
    if (options.username != null) {
      config.setUsername(options.username);
    }
    if (options.password != null) {
      config.setPassword(options.password);
    }
    speakTls(config);
    switch (options.mode) {
      case SINGLE -> single(config);
      case SENTINEL -> sentinel(config);
      case CLUSTER -> cluster(config);
      case REPLICATED -> replicated(config);
    }
    return config;
  }

  private void speakTls(Config config) {
    config.setSslVerificationMode(SslVerificationMode.STRICT);
    if (options.trustStore == null) {
      return;
    }
    try {
      config.setSslTruststore(options.trustStore.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
    if (options.trustStorePassword != null) {
      config.setSslTruststorePassword(options.trustStorePassword);
    }
  }

  private void single(Config config) {
    waiting(config.useSingleServer())
        .setAddress(addresses().get(0))
        .setDatabase(options.database)
        .setConnectionPoolSize(options.poolSize)
        .setConnectionMinimumIdleSize(Math.min(options.poolSize, IDLE_CONNECTIONS))
        .setSubscriptionsPerConnection(CHANNELS_OF_CONNECTION)
        .setSubscriptionConnectionPoolSize(SUBSCRIBING_CONNECTIONS);
  }

  private void sentinel(Config config) {
    SentinelServersConfig servers =
        masters(config.useSentinelServers())
            .setMasterName(Objects.requireNonNull(options.masterName))
            .setDatabase(options.database)
            .setCheckSentinelsList(false);
    servers.setSentinelAddresses(addresses());
    if (options.sentinelUsername != null) {
      servers.setSentinelUsername(options.sentinelUsername);
    }
    if (options.sentinelPassword != null) {
      servers.setSentinelPassword(options.sentinelPassword);
    }
  }

  private void cluster(Config config) {
    ClusterServersConfig servers = masters(config.useClusterServers()).setScanInterval(2_000);
    servers.setNodeAddresses(addresses());
  }

  private void replicated(Config config) {
    ReplicatedServersConfig servers =
        masters(config.useReplicatedServers()).setDatabase(options.database);
    servers.setNodeAddresses(addresses());
  }

  private List<String> addresses() {
    return options.servers.stream().map(RedisUrl::address).toList();
  }

  /** A replica lags behind its master, and would show what was evicted. */
  private <T extends BaseMasterSlaveServersConfig<T>> T masters(T servers) {
    return waiting(servers)
        .setReadMode(ReadMode.MASTER)
        .setSubscriptionMode(SubscriptionMode.MASTER)
        .setMasterConnectionPoolSize(options.poolSize)
        .setMasterConnectionMinimumIdleSize(Math.min(options.poolSize, IDLE_CONNECTIONS))
        .setSubscriptionsPerConnection(CHANNELS_OF_CONNECTION)
        .setSubscriptionConnectionPoolSize(SUBSCRIBING_CONNECTIONS);
  }

  private <T extends BaseConfig<T>> T waiting(T servers) {
    return servers
        .setConnectTimeout(millis(options.connectTimeout))
        .setTimeout(millis(options.commandTimeout))
        .setSubscriptionTimeout(millis(options.commandTimeout))
        .setPingConnectionInterval(millis(options.pingInterval))
        // What is tried again, and what must not be, is known by RedisLink alone.
        .setRetryAttempts(0)
        .setRetryDelay(new ConstantDelay(Duration.ofMillis(10)));
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
