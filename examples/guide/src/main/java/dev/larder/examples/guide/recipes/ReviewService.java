package dev.larder.examples.guide.recipes;

import dev.larder.annotation.Cached;
import java.io.IOException;
import java.util.Optional;

/** Reviews from somebody else's slow service. */
// region service
public interface ReviewService {
  @Cached(
      name = "reviews",
      using = "responses",
      include = "productId",
      ttl = 600,
      localTtl = 30,
      nullTtl = 60,
      jitter = 0.2,
      unless = "isPartial")
  Optional<Reviews> reviews(long productId, String requestId) throws IOException;

  default boolean isPartial(Reviews reviews) {
    return !reviews.isComplete();
  }
}
// endregion
