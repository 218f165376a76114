package dev.larder.examples.guide.articles;

import dev.larder.annotation.CacheDefaults;
import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.CachePut;
import dev.larder.annotation.Cached;
import java.util.Optional;

/** A newspaper's archive. */
// region defaults
@CacheDefaults(name = "articles", ttl = 600)
public interface ArticleService {
  // endregion

  /** An article; a missing one is remembered for half a minute. */
  // region cached
  @Cached(include = "id", nullTtl = 30, jitter = 0.1)
  Optional<Article> find(long id, String traceId);

  // endregion

  /** The beginning of an article: cached for anonymous readers, once it is complete. */
  // region guards
  @Cached(name = "previews", include = "id", condition = "isAnonymous", unless = "isPartial")
  Preview preview(long id, String reader);

  default boolean isAnonymous(String reader) {
    return reader.isEmpty();
  }

  default boolean isPartial(Preview preview) {
    return preview.isPartial();
  }

  // endregion

  /** Writes an article; whoever finds it next is given it from the cache. */
  // region put
  @CachePut(include = "article.id", value = "article")
  void save(Article article);

  @CachePut(include = "result.id")
  Article create(String title);

  // endregion

  /** Removes an article. */
  // region evict
  @CacheEvict(include = "id")
  @CacheEvict(name = "previews", include = "id")
  void delete(long id);

  @CacheEvict(include = "id", beforeInvocation = true)
  void lock(long id);

  @CacheEvict(allEntries = true)
  @CacheEvict(name = "count", allEntries = true)
  void reload();

  // endregion

  /** How many articles there are. */
  // region stacked
  @Cached(name = "count", using = "seconds", ttl = 5)
  @Cached(name = "count", using = "default", ttl = 600)
  int count();

  // endregion
}
