package dev.larder.benchmarks.hits;

/**
 * A result.
 *
 * @param cents how much
 */
public record Price(long cents) {}
