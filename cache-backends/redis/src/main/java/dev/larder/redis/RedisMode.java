package dev.larder.redis;

/** How the servers stand to each other. */
public enum RedisMode {
  /** One server, or one address behind which there always is a master. */
  SINGLE,

  /** A master and replicas, watched by sentinels; the addresses are those of sentinels. */
  SENTINEL,

  /**
   * Masters that share the keys; the addresses are those of some nodes, or the one configuration
   * endpoint of ElastiCache.
   */
  CLUSTER,

  /** A master and replicas without sentinels; the addresses are those of all of them. */
  REPLICATED
}
