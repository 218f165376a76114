package dev.larder.processor.model;

import java.util.Optional;

/**
 * A cache, as far as it is known.
 *
 * @param chain its chain; empty where an annotation leaves it open and no read of the type says
 * @param name its name
 */
public record CacheId(Optional<String> chain, String name) {}
