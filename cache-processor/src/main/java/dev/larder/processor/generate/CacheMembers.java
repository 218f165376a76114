package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.model.ValueModel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The caches of a generated class, in the order of their first use. */
final class CacheMembers {
  private final ServiceModel service;
  private final NameAllocator names;
  private final Map<CacheId, CacheMember> members = new LinkedHashMap<>();

  CacheMembers(ServiceModel service, NameAllocator names) {
    this.service = service;
    this.names = names;
    service.methods().stream()
        .filter(MethodModel::isWritten)
        .flatMap(method -> method.uses().stream())
        .map(UseModel::cache)
        .forEach(id -> members.computeIfAbsent(id, this::member));
  }

  /** All of them. */
  Collection<CacheMember> all() {
    return members.values();
  }

  /** The one for a cache. */
  CacheMember of(CacheId id) {
    return Objects.requireNonNull(members.get(id), () -> "no member for " + id);
  }

  private CacheMember member(CacheId id) {
    String base = baseName(id);
    List<UseModel> uses =
        service.uses().filter(use -> use.cache().equals(id)).collect(Collectors.toList());
    Optional<KeyModel> key = uses.stream().flatMap(use -> use.key().stream()).findFirst();
    Optional<ValueModel> value = uses.stream().flatMap(use -> value(use).stream()).findFirst();
    CacheValueType type = CacheValueType.of(value, service);
    String constant = type.isGeneric() ? Words.field(base) + "Spec" : Words.constant(base);
    return new CacheMember(
        id,
        Words.free(constant, type.isGeneric() ? "" : "_", names),
        Words.free(Words.field(base), "", names),
        key,
        key.map(CacheMembers::keyType).orElse(ClassName.OBJECT),
        value,
        type.name(),
        service.settings(id),
        isStacked(id),
        type.isGeneric(),
        type.isRaw());
  }

  /** The last part of the cache's name; the chain before it, where several have that name. */
  private String baseName(CacheId id) {
    String name = id.name().substring(id.name().lastIndexOf('.') + 1);
    boolean isShared =
        service.uses().map(UseModel::cache).distinct().filter(sameName(id)).count() > 1;
    return isShared && id.chain().isPresent() ? id.chain().get() + "-" + name : name;
  }

  private static Predicate<CacheId> sameName(CacheId id) {
    return other -> other.name().equals(id.name());
  }

  private boolean isStacked(CacheId id) {
    return service.methods().stream()
        .map(method -> method.reads().stream().map(Read::cache).collect(Collectors.toList()))
        .anyMatch(
            caches ->
                caches.contains(id) && caches.stream().filter(sameName(id)).distinct().count() > 1);
  }

  private static TypeName keyType(KeyModel key) {
    return key.isOwnKey()
        ? TypeNames.plain().boxed(key.parts().get(0).model().type())
        : RuntimeNames.COMPOSITE_KEY;
  }

  private static Optional<ValueModel> value(UseModel use) {
    if (use instanceof Read read) {
      return read.value();
    }
    return use instanceof UseModel.Put put ? put.value() : Optional.empty();
  }
}
