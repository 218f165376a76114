/** A store on Redis or Valkey: {@link dev.larder.redis.RedisStore}. */
@NullMarked
package dev.larder.redis;

import org.jspecify.annotations.NullMarked;
