package dev.larder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a store answered when it was asked for a sign of life.
 *
 * @param chain the store chain
 * @param store what the store calls itself
 * @param isUp whether it answered
 * @param responseTime how long it took to answer, or to fail
 * @param error why it is not up; null if it is
 */
public record StoreHealth(
    String chain,
    String store,
    boolean isUp,
    Duration responseTime,
    @Nullable CacheException error) {}
