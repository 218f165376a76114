package dev.larder.examples.guide.recipes;

import java.time.Instant;

/** Who is logged in, and since when. */
public record Session(String user, Instant since) {}
