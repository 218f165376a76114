package dev.larder.examples.guide.weather;

/** Where the weather is measured. */
public record Station(long id, String city) {}
