package dev.larder.spi;

/**
 * Capability: no call waits for longer than {@link Deadline#nanosLeft} allows; one whose time is
 * over throws, best a {@code CacheTimeoutException}. The engine calls such a store on the threads
 * of its callers. Any other it calls on threads of its own, which costs a change of threads each
 * time, and leaves a call alone that does not end in time.
 */
public interface Punctual {}
