package dev.larder.memcached;

import java.time.Duration;

/**
 * How long and how often a command is tried.
 *
 * @param timeout of a command, its retries included
 * @param retries how often it is sent again whose connection was lost
 * @param retryDelay before it is sent again
 */
record Patience(Duration timeout, int retries, Duration retryDelay) {}
