package dev.larder.memcached;

/** How servers are spoken to. */
public enum MemcachedProtocol {
  /** The classic text protocol; credentials are those of {@code memcached --auth-file}. */
  ASCII,
  /** The binary protocol; credentials are sent by SASL, which {@code memcached -S} asks for. */
  BINARY
}
