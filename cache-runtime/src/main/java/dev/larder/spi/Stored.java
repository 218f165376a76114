package dev.larder.spi;

import java.time.Duration;

/**
 * Bytes found in a store and how long they will stay there.
 *
 * @param value the bytes; not to be modified
 * @param remaining what is left of their time to live by the store's own clock; zero: no end
 */
@SuppressWarnings(
    "ArrayRecordComponent") // carries bytes from one place to the next, and is never compared
public record Stored(byte[] value, Duration remaining) {}
