package dev.larder.examples.guide.articles;

import dev.larder.annotation.Cached;
import java.util.function.LongFunction;

/** A class with a cached method, which another of its methods calls. */
// region class
public class Headlines {
  private final LongFunction<String> source;

  public Headlines(LongFunction<String> source) {
    this.source = source;
  }

  @Cached(name = "headlines", ttl = 60)
  public String headline(long id) {
    return source.apply(id);
  }

  public String shouted(long id) {
    return headline(id) + "!"; // cached, too
  }
}
// endregion
