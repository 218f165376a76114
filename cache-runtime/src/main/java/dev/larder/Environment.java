package dev.larder;

import dev.larder.internal.clock.Clock;
import java.util.UUID;

/**
 * What all caches of a manager share.
 *
 * @param keyPrefix the beginning of every key text
 * @param version the version in every key text
 * @param clock the time they live by
 * @param sender names the manager in its messages
 */
record Environment(String keyPrefix, int version, Clock clock, UUID sender) {}
