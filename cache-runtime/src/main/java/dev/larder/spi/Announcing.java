package dev.larder.spi;

import dev.larder.spi.Clearing.CacheStore;

/**
 * Capability of a cache's store that is {@link Messaging} too: tells of each change by itself, as
 * near to the change as it can. Where one server holds both, that is the very step that changes the
 * entry, so that no writer can die between the two.
 */
public interface Announcing {
  /**
   * The same store, whose changes are told. When a call returns, the change was made and then told;
   * if it throws, either may have happened. What changed nothing, such as the {@code remove} of a
   * key without a value, is told as well; a fill, a lease and what {@code removeIf} or {@code
   * touch} did not do are not.
   *
   * @param channel where to
   * @param evicted how a message begins that tells of changed keys: each key follows, the length of
   *     its UTF-8 bytes as four bytes, big-endian, and then these
   * @param cleared the whole message that tells of {@link CacheStore#clear}
   * @param released how a message begins that tells of a lease's end, to those who were told that
   *     another holds it; the key follows as above. It is not counted: it has the number 0, and may
   *     be left out
   */
  CacheStore announcing(String channel, byte[] evicted, byte[] cleared, byte[] released);
}
