package dev.larder.examples.guide.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the guide says of each annotation. */
class ArticlesTest {
  private static final Article ARTICLE = new Article(7, "Rain");

  private final AtomicLong nanos = new AtomicLong();
  private final CacheManager caches =
      CacheManager.builder()
          .ticker(nanos::get)
          .chain("seconds", chain -> chain.local(local -> {}))
          .build();
  private final Archive archive = new Archive();
  private final ArticleService articles = new CachedArticleService(caches, archive);

  @AfterEach
  void close() {
    caches.close();
  }

  @Test
  void aValueIsKeptForItsTimeToLiveShortenedByAtMostTheJitter() {
    archive.articles.put(7L, ARTICLE);

    articles.find(7, "a");
    pass(539);
    articles.find(7, "b");
    assertThat(archive.asked).containsExactly("find");

    pass(62);
    articles.find(7, "c");
    assertThat(archive.asked).containsExactly("find", "find");
  }

  @Test
  void anEmptyResultIsKeptForTheNullTtl() {
    assertThat(articles.find(7, "a")).isEmpty();
    archive.articles.put(7L, ARTICLE);
    assertThat(articles.find(7, "a")).isEmpty();

    pass(31);
    assertThat(articles.find(7, "a")).contains(ARTICLE);
  }

  @Test
  void aCallThatTheConditionRefusesNeitherReadsNorFillsTheCache() {
    articles.preview(7, "anna");
    articles.preview(7, "");
    articles.preview(7, "anna");
    articles.preview(7, "");

    assertThat(archive.asked).hasSize(3);
    assertThat(caches.stats().get("previews").hits()).isEqualTo(1);
  }

  @Test
  void aResultThatUnlessNamesIsReturnedAndNotKept() {
    archive.isPartial = true;
    assertThat(articles.preview(7, "").isPartial()).isTrue();

    archive.isPartial = false;
    assertThat(articles.preview(7, "").isPartial()).isFalse();
    assertThat(articles.preview(7, "").isPartial()).isFalse();
    assertThat(archive.asked).hasSize(2);
  }

  @Test
  void whatUnlessThrowsReachesTheCallerAndNothingIsKept() {
    archive.guardFailure = new IllegalStateException("undecided");
    assertThatThrownBy(() -> articles.preview(7, "")).isSameAs(archive.guardFailure);

    archive.guardFailure = null;
    articles.preview(7, "");
    assertThat(archive.asked).hasSize(2);
  }

  @Test
  void aPutOfAParameterIsFoundWithoutAskingTheArchive() {
    articles.save(ARTICLE);

    assertThat(articles.find(7, "a")).contains(ARTICLE);
    assertThat(archive.asked).containsExactly("save");
  }

  @Test
  void aPutOfTheResultIsFoundUnderAKeyReadOffIt() {
    Article created = articles.create("Snow");

    assertThat(articles.find(7, "a")).containsSame(created);
    assertThat(archive.asked).containsExactly("create");
  }

  @Test
  void aMethodThatThrowsPutsNothing() {
    archive.failure = new IllegalStateException("disk full");
    assertThatThrownBy(() -> articles.save(ARTICLE)).isSameAs(archive.failure);

    archive.failure = null;
    assertThat(articles.find(7, "a")).isEmpty();
  }

  @Test
  void anEvictTakesPlaceWhenTheMethodHasReturned() {
    articles.save(ARTICLE);
    articles.preview(7, "");
    articles.delete(7);

    assertThat(articles.find(7, "a")).isEmpty();
    articles.preview(7, "");
    assertThat(archive.asked).containsExactly("save", "preview", "delete", "find", "preview");
  }

  @Test
  void aMethodThatThrowsEvictsNothingUnlessItEvictsBefore() {
    articles.save(ARTICLE);
    archive.articles.clear();
    archive.failure = new IllegalStateException("locked");

    assertThatThrownBy(() -> articles.delete(7)).isSameAs(archive.failure);
    assertThat(articles.find(7, "a")).contains(ARTICLE);

    assertThatThrownBy(() -> articles.lock(7)).isSameAs(archive.failure);
    archive.failure = null;
    assertThat(articles.find(7, "a")).isEmpty();
  }

  @Test
  void allEntriesClearsOneCacheAndNoOther() {
    articles.save(ARTICLE);
    articles.preview(7, "");
    articles.reload();
    articles.find(7, "a");
    articles.preview(7, "");

    assertThat(archive.asked).containsExactly("save", "preview", "reload", "find");
  }

  @Test
  void ofStackedCachesTheFirstIsFilledFromTheSecond() {
    articles.count();
    pass(6);
    articles.count();

    assertThat(archive.asked).containsExactly("count");
    assertThat(caches.stats().get("seconds/count").misses()).isEqualTo(2);
    assertThat(caches.stats().get("default/count").hits()).isEqualTo(1);
  }

  @Test
  void ofStackedCachesAllAreCleared() {
    articles.count();
    articles.reload();
    articles.count();

    assertThat(archive.asked).containsExactly("count", "reload", "count");
  }

  @Test
  void aClassIsExtendedSoThatItsOwnCallsAreCached() {
    AtomicLong asked = new AtomicLong();
    // region subclass
    Headlines headlines = new CachedHeadlines(caches, id -> "Rain " + asked.incrementAndGet());
    // endregion

    assertThat(headlines.shouted(7)).isEqualTo("Rain 1!");
    assertThat(headlines.headline(7)).isEqualTo("Rain 1");
  }

  @Test
  void aClassIsNotDecoratedButConstructed() {
    Headlines plain = new Headlines(Long::toString);

    assertThatThrownBy(() -> caches.decorate(Headlines.class, plain))
        .hasMessageContaining("CachedHeadlines");
  }

  @Test
  void aClosedManagerLeavesTheMethodsOwnCode() {
    articles.save(ARTICLE);
    caches.close();

    assertThat(articles.find(7, "a")).isEqualTo(Optional.of(ARTICLE));
    assertThat(articles.find(7, "a")).isEqualTo(Optional.of(ARTICLE));
    assertThat(archive.asked).containsExactly("save", "find", "find");
  }

  private void pass(long seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
