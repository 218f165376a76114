package dev.larder.examples.guide.values;

/** A cat. */
public record Cat(String name, int lives) implements Animal {}
