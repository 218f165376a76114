package dev.larder.examples.guide.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers of somebody else's slow service. */
class ReviewsTest {
  private static final Reviews GOOD = new Reviews(7, List.of("Shines."), true);

  @AutoClose static final Places PLACES = new Places();

  private final RemoteReviews remote = new RemoteReviews();

  @ParameterizedTest
  @EnumSource
  void anAnswerIsAskedForOnce(Place place) throws IOException {
    ReviewService reviews = new CachedReviewService(PLACES.manager(place), remote);
    ReviewService there = new CachedReviewService(PLACES.other(place), remote);
    remote.answers.put(7L, GOOD);

    assertThat(reviews.reviews(7, "a")).contains(GOOD);
    assertThat(reviews.reviews(7, "b")).contains(GOOD);
    assertThat(there.reviews(7, "c")).contains(GOOD);
    assertThat(remote.asked.get()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void thatThereIsNothingIsRememberedToo(Place place) throws IOException {
    ReviewService reviews = new CachedReviewService(PLACES.manager(place), remote);

    assertThat(reviews.reviews(8, "a")).isEmpty();
    assertThat(reviews.reviews(8, "b")).isEmpty();
    assertThat(remote.asked.get()).isEqualTo(1);
  }

  @Test
  void butNotForAsLong() throws IOException {
    AtomicLong nanos = new AtomicLong();
    try (CacheManager caches = Places.heap().ticker(nanos::get).build()) {
      ReviewService reviews = new CachedReviewService(caches, remote);
      assertThat(reviews.reviews(7, "a")).isEmpty();
      remote.answers.put(7L, GOOD);

      nanos.addAndGet(Duration.ofSeconds(61).toNanos());
      assertThat(reviews.reviews(7, "b")).contains(GOOD);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartialAnswerIsGivenAndNotKept(Place place) throws IOException {
    ReviewService reviews = new CachedReviewService(PLACES.manager(place), remote);
    Reviews partial = new Reviews(9, List.of(), false);
    Reviews whole = new Reviews(9, List.of("Broke."), true);
    remote.answers.put(9L, partial);
    assertThat(reviews.reviews(9, "a")).contains(partial);

    remote.answers.put(9L, whole);
    assertThat(reviews.reviews(9, "b")).contains(whole);
    assertThat(reviews.reviews(9, "c")).contains(whole);
    assertThat(remote.asked.get()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aFailureReachesItsCallerAndIsNotKept(Place place) throws IOException {
    ReviewService reviews = new CachedReviewService(PLACES.manager(place), remote);
    remote.answers.put(10L, GOOD);
    remote.failure = new IOException("503");
    assertThatThrownBy(() -> reviews.reviews(10, "a")).isSameAs(remote.failure);

    remote.failure = null;
    assertThat(reviews.reviews(10, "b")).contains(GOOD);
    remote.failure = new IOException("503");
    assertThat(reviews.reviews(10, "c")).contains(GOOD); // what is kept is served meanwhile
  }

  @ParameterizedTest
  @EnumSource(names = "HEAP", mode = EnumSource.Mode.EXCLUDE)
  void anAnswerTooLargeIsKeptInTheLocalTierAlone(Place place) throws IOException {
    CacheManager caches = PLACES.manager(place);
    ReviewService reviews = new CachedReviewService(caches, remote);
    ReviewService there = new CachedReviewService(PLACES.other(place), remote);
    long failures = caches.stats().get("reviews").storeFailures();
    Reviews large = new Reviews(11, List.of("Long. ".repeat(20_000)), true);
    remote.answers.put(11L, large);

    assertThat(reviews.reviews(11, "a")).contains(large);
    assertThat(reviews.reviews(11, "b")).contains(large);
    assertThat(remote.asked.get()).isEqualTo(1); // the local tier has it
    assertThat(there.reviews(11, "c")).contains(large);
    assertThat(remote.asked.get()).isEqualTo(2);
    assertThat(caches.stats().get("reviews").storeFailures()).isGreaterThan(failures);
  }

  @Test
  void aLongAnswerIsStoredCompressed() throws IOException {
    ReviewService reviews = new CachedReviewService(PLACES.manager(Place.REDIS), remote);
    remote.answers.put(12L, new Reviews(12, List.of("Lovely lamp. ".repeat(1_000)), true));
    reviews.reviews(12, "a");

    assertThat((Long) PLACES.redis.command("STRLEN", "shop:1:reviews:12")).isBetween(1L, 1_000L);
  }
}
