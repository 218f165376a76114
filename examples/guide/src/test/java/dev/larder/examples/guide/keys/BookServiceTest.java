package dev.larder.examples.guide.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheManager;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A type of one's own is a key by its text. */
class BookServiceTest {
  @Test
  void twoNumbersWithTheSameDigitsAreOneKey() {
    AtomicInteger asked = new AtomicInteger();
    try (CacheManager caches = CacheManager.builder().build()) {
      BookService books =
          new CachedBookService(caches, isbn -> isbn.digits() + " " + asked.incrementAndGet());

      assertThat(books.title(Isbn.ofDigits("9780134685991"))).isEqualTo("9780134685991 1");
      assertThat(books.title(Isbn.ofDigits("9780134685991"))).isEqualTo("9780134685991 1");
      assertThat(books.title(Isbn.ofDigits("9780321349606"))).isEqualTo("9780321349606 2");
    }
  }
}
