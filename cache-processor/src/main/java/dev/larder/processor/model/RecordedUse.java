package dev.larder.processor.model;

import dev.larder.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A use of a cache as a generated class records it.
 *
 * @param type the decorated type
 * @param place the annotation it comes from; the type, if that cannot be found
 * @param method the method, in words
 * @param operation {@code read}, {@code put}, {@code evict} or {@code clear}
 * @param cache the cache, its chain empty where it was not known
 * @param key the names of the key's parts; empty if it has no key
 * @param value the source text of the value's type; empty if it has none
 * @param settings those stated, as {@code name=value}
 */
public record RecordedUse(
    TypeElement type,
    Place place,
    String method,
    String operation,
    CacheId cache,
    Optional<List<String>> key,
    Optional<String> value,
    List<String> settings) {

  public RecordedUse {
    key = key.map(List::copyOf);
    settings = List.copyOf(settings);
  }

  /** Whether the cache is read. */
  public boolean isRead() {
    return operation.equals("read");
  }

  /** Whether both may mean the same cache: one name, and no two chains. */
  public boolean meets(RecordedUse other) {
    return cache.name().equals(other.cache.name())
        && (cache.chain().isEmpty()
            || other.cache.chain().isEmpty()
            || cache.chain().equals(other.cache.chain()));
  }

  /** The parts of the key, in words. */
  public Optional<String> keyText() {
    return key.map(names -> String.join(", ", names));
  }
}
