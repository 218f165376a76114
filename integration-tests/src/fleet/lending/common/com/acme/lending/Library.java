package com.acme.lending;

import dev.larder.annotation.Cached;

/** Finds books. */
public interface Library {
  /** Gives the book, from the cache where it is there. */
  @Cached(using = "redis", name = "books", ttl = 600, include = "id")
  Book find(long id);
}
