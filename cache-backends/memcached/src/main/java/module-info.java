/** A distributed tier on Memcached and ElastiCache, through Folsom. */
// Folsom is no module, and MemcachedStore.client() hands it out.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.larder.memcached {
  requires transitive dev.larder.runtime;
  requires transitive folsom;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.transport;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.larder.memcached;

  provides dev.larder.spi.StoreFactory with
      dev.larder.memcached.MemcachedStoreFactory;
}
