/** The distributed tier on Redis, Valkey and ElastiCache. */
// Redisson names its module in its manifest alone. Required here, it need not be by users.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.larder.redis {
  requires transitive dev.larder.runtime;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires transitive redisson;

  // What Redisson needs and, without a module-info of its own, does not say.
  requires io.netty.handler;
  requires io.netty.resolver.dns;
  requires java.management;
  requires java.naming;
  requires java.xml;
  requires org.yaml.snakeyaml;

  exports dev.larder.redis;

  provides dev.larder.spi.StoreFactory with
      dev.larder.redis.RedisStoreFactory;
}
