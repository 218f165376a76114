package dev.larder.redis;

/**
 * A wish for a value, or for the lease to load it.
 *
 * @param millis of the lease, as text
 */
@SuppressWarnings("ArrayRecordComponent") // is sent, and never compared
record LeaseWish(String key, byte[] token, byte[] millis) {}
