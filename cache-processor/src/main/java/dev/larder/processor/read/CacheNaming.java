package dev.larder.processor.read;

import static java.util.stream.Collectors.toCollection;

import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Says which cache an annotation means, its type's {@code @CacheDefaults} considered. */
final class CacheNaming {
  private static final String DEFAULT_CHAIN = "default";

  private final TypeElement type;
  private final Optional<StatedAnnotation> defaults;

  CacheNaming(TypeElement type) {
    this.type = type;
    this.defaults = StatedAnnotation.of(type, "CacheDefaults");
  }

  /** The cache of a {@code @Cached}. */
  CacheId ofRead(StatedAnnotation cached, MethodModel method) {
    String chain = stated(cached, "using").orElse(DEFAULT_CHAIN);
    String name =
        stated(cached, "name").orElseGet(() -> type.getQualifiedName() + "." + method.name());
    return new CacheId(Optional.of(chain), name);
  }

  /**
   * The caches of a {@code @CachePut} or {@code @CacheEvict}: where it names no chain, those of the
   * reads of that name, innermost first. The name is empty if it is not stated anywhere.
   */
  List<CacheId> ofWrite(StatedAnnotation write, List<CacheId> read) {
    String name = stated(write, "name").orElse("");
    Optional<String> chain = write.text("using");
    if (chain.isPresent()) {
      return List.of(new CacheId(chain, name));
    }
    List<CacheId> named =
        read.stream()
            .filter(cache -> cache.name().equals(name))
            .collect(toCollection(ArrayList::new));
    Collections.reverse(named);
    return named.isEmpty() ? List.of(new CacheId(stated(write, "using"), name)) : named;
  }

  private Optional<String> stated(StatedAnnotation annotation, String attribute) {
    Optional<String> own = annotation.text(attribute);
    return own.isPresent() ? own : defaults.flatMap(type -> type.text(attribute));
  }
}
