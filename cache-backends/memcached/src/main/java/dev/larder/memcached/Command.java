package dev.larder.memcached;

import com.spotify.folsom.MemcacheClient;
import java.util.concurrent.CompletionStage;

/**
 * What is asked of a server. All requests of one command go over one connection, in their order.
 *
 * @param <T> the answer
 */
@FunctionalInterface
interface Command<T> {
  /** Sends the requests. */
  CompletionStage<T> send(MemcacheClient<byte[]> connection);
}
