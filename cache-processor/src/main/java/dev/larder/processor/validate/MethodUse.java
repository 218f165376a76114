package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.read.MethodText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A use together with the method that makes it. */
record MethodUse<U extends UseModel>(MethodModel method, U use) {

  /** All uses of a type. */
  static Stream<MethodUse<UseModel>> all(ServiceModel type) {
    return of(type, UseModel.class);
  }

  /** The uses of one kind. */
  static <U extends UseModel> Stream<MethodUse<U>> of(ServiceModel type, Class<U> kind) {
    return type.methods().stream()
        .flatMap(
            method ->
                method.uses().stream()
                    .filter(kind::isInstance)
                    .map(use -> new MethodUse<>(method, kind.cast(use))));
  }

  /** The reads of a type, in source order. */
  static List<MethodUse<UseModel.Read>> reads(ServiceModel type) {
    return of(type, UseModel.Read.class).toList();
  }

  /** The first read of each method that has any: what the method gives is the same in all. */
  static List<MethodUse<UseModel.Read>> outermost(ServiceModel type) {
    return reads(type).stream()
        .filter(read -> read.use().equals(read.method().reads().get(0)))
        .toList();
  }

  /** The first read of the cache that this use means; a use without a chain means any. */
  Optional<MethodUse<UseModel.Read>> read(ServiceModel type) {
    return of(type, UseModel.Read.class).filter(this::means).findFirst();
  }

  /** The first use that says how its cache is keyed, a read rather than a write. */
  Optional<MethodUse<UseModel>> keyed(ServiceModel type) {
    return Stream.concat(of(type, UseModel.Read.class).map(MethodUse::widened), all(type))
        .filter(this::means)
        .filter(use -> use.use().key().isPresent())
        .findFirst();
  }

  private MethodUse<UseModel> widened() {
    return new MethodUse<>(method, use);
  }

  /** What it does to its cache by its key, in words. */
  String verb() {
    return use.operation().equals("read") ? "reads" : "reaches";
  }

  private boolean means(MethodUse<? extends UseModel> read) {
    return cache().name().equals(read.cache().name())
        && (cache().chain().isEmpty() || cache().chain().equals(read.cache().chain()));
  }

  CacheId cache() {
    return use.cache();
  }

  Place place() {
    return use.place();
  }

  /** The method, in words. */
  String text() {
    return MethodText.of(method.element(), method.type());
  }

  /** The annotation's simple name. */
  String annotation() {
    return place().annotationName();
  }

  /** The parts of the key, in words. */
  Optional<String> keyText() {
    return use.key().map(KeyModel::names).map(names -> String.join(", ", names));
  }

  /** Whether an attribute was written. */
  boolean states(String attribute) {
    return place().at(attribute).value().isPresent();
  }
}
