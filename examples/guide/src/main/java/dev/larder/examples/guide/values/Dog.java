package dev.larder.examples.guide.values;

/** A dog. */
public record Dog(String name) implements Animal {}
