package dev.larder.examples.guide.keys;

import dev.larder.annotation.Cached;

/** Finds books. */
public interface BookService {
  /** The title of a book. */
  @Cached(name = "titles", ttl = 300)
  String title(Isbn isbn);
}
