package dev.larder.examples.guide.recipes;

import java.util.List;

/**
 * What buyers say of a product.
 *
 * @param isComplete false if some of the sources did not answer
 */
public record Reviews(long productId, List<String> texts, boolean isComplete) {
  /** Reviews that do not change. */
  public Reviews {
    texts = List.copyOf(texts);
  }
}
