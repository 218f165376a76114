package dev.larder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link CacheListener} hears of. Kinds may be added: let a {@code switch} have a rest. */
public sealed interface CacheEvent {
  /**
   * A store is asked no more until it answers again: reads go on without it, evicts are kept.
   *
   * @param chain a chain that the store is in; each of them is told of
   * @param store what the store calls itself
   * @param cause the last of the faults that led to it
   */
  record StoreFailed(String chain, String store, CacheException cause) implements CacheEvent {}

  /**
   * A store that had failed answers again, and has been given the evicts that were kept for it.
   *
   * @param chain a chain that the store is in; each of them is told of
   * @param store what the store calls itself
   * @param duration how long it was not asked
   */
  record StoreRecovered(String chain, String store, Duration duration) implements CacheEvent {}

  /**
   * Evicts that a store has not confirmed, or of which its channel could not tell, are kept, to be
   * delivered when it answers. Told when the first one is kept.
   *
   * @param cache the cache
   * @param count how many keys are kept; -1 for every key of the cache
   */
  record EvictsKept(String cache, long count) implements CacheEvent {}

  /**
   * The evicts that were kept have been delivered, and none is kept any more.
   *
   * @param cache the cache
   * @param count how many keys there were; -1 for every key of the cache
   */
  record EvictsDelivered(String cache, long count) implements CacheEvent {}

  /**
   * Word of what other processes write may be lost.
   *
   * @param cache the cache that does not hear of it
   */
  record ChannelInterrupted(String cache) implements CacheEvent {}

  /**
   * Word of what other processes write is heard again.
   *
   * @param cache the cache that hears of it
   */
  record ChannelSound(String cache) implements CacheEvent {}

  /**
   * An old value was served in place of one that could not be loaded, or not in time.
   *
   * @param cache the cache
   * @param keyText the text of the key
   * @param cause what the loader threw; null if it is still running
   */
  record StaleServed(String cache, String keyText, @Nullable Throwable cause)
      implements CacheEvent {}

  /**
   * A refresh in the background failed; the value that was to be replaced goes on being served.
   *
   * @param cache the cache
   * @param keyText the text of the key
   * @param cause what the loader threw
   */
  record RefreshFailed(String cache, String keyText, Throwable cause) implements CacheEvent {}
}
