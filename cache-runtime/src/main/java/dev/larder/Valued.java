package dev.larder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value that is to be put, and for how long.
 *
 * @param <V> the values
 * @param life zero: no end
 */
record Valued<V>(@Nullable V value, Duration life) {}
