package dev.larder.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bytes found in a store and how long they will stay there.
 *
 * @param value the bytes; not to be modified
 * @param remaining what is left of their time to live by the store's own clock, or less; zero: no
 *     end; null: not known, so that no local tier keeps them
 */
@SuppressWarnings(
    "ArrayRecordComponent") // carries bytes from one place to the next, and is never compared
public record Stored(byte[] value, @Nullable Duration remaining) {}
