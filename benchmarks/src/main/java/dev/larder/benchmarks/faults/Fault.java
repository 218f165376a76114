package dev.larder.benchmarks.faults;

import java.util.function.Supplier;

/**
 * Something that can happen to a store.
 *
 * @param name for the table
 * @param target sets up the servers and what happens to them
 */
record Fault(String name, Supplier<Target> target) {}
