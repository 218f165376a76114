package dev.larder.examples.guide.recipes;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A remote service that counts what it is asked, and fails when told to. */
final class RemoteReviews implements ReviewService {
  final Map<Long, Reviews> answers = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();
  volatile @Nullable IOException failure;

  @Override
  public Optional<Reviews> reviews(long productId, String requestId) throws IOException {
    asked.incrementAndGet();
    IOException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    return Optional.ofNullable(answers.get(productId));
  }
}
