/** A distributed tier on Memcached: {@link dev.larder.memcached.MemcachedStore}. */
@NullMarked
package dev.larder.memcached;

import org.jspecify.annotations.NullMarked;
