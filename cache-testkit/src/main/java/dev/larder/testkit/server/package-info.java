/**
 * Real servers for tests: {@link dev.larder.testkit.server.RedisServer} and {@link
 * dev.larder.testkit.server.MemcachedServer}, as processes on free ports of 127.0.0.1. Nothing of
 * them outlives the JVM, however it ends.
 */
@NullMarked
package dev.larder.testkit.server;

import org.jspecify.annotations.NullMarked;
