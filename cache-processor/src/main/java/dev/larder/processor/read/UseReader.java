package dev.larder.processor.read;

import static java.util.stream.Collectors.toUnmodifiableList;

import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.PathModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.ValueModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** Reads what the annotations of a type's methods say. */
final class UseReader {
  private final CacheNaming naming;
  private final SettingsReader settings;
  private final KeyReader keys;
  private final ValueWalk values;
  private final GuardReader guards;

  UseReader(Lookup lookup, ParameterNames names) {
    this.naming = new CacheNaming(lookup.from());
    this.settings = new SettingsReader(lookup.from());
    this.keys = new KeyReader(lookup, names);
    this.values = new ValueWalk(lookup, names);
    this.guards = new GuardReader(lookup);
  }

  /** The same methods with their uses. */
  List<MethodModel> read(List<MethodModel> bare, Problems problems) {
    List<CacheId> read = caches(bare.stream());
    List<CacheId> partless =
        caches(bare.stream().filter(method -> method.parameterNames().isEmpty()));
    return bare.stream()
        .map(method -> with(method, uses(method, read, partless, problems)))
        .collect(toUnmodifiableList());
  }

  private List<CacheId> caches(Stream<MethodModel> reading) {
    return reading
        .flatMap(method -> stated(method, "Cached").map(one -> naming.ofRead(one, method)))
        .distinct()
        .collect(toUnmodifiableList());
  }

  private static MethodModel with(MethodModel method, List<UseModel> uses) {
    return new MethodModel(
        method.element(), method.type(), method.thrown(), uses, method.isWritten());
  }

  private static Stream<StatedAnnotation> stated(MethodModel method, String kind) {
    return StatedAnnotation.of(method.element()).stream().filter(one -> one.kind().equals(kind));
  }

  private List<UseModel> uses(
      MethodModel method, List<CacheId> read, List<CacheId> partless, Problems problems) {
    return StatedAnnotation.of(method.element()).stream()
        .flatMap(
            stated ->
                switch (stated.kind()) {
                  case "Cached" -> Stream.of(cached(stated, method, problems));
                  case "CachePut" -> puts(stated, method, read, problems);
                  case "CacheEvict" -> evicts(stated, method, read, partless, problems);
                  default -> Stream.<UseModel>empty();
                })
        .collect(toUnmodifiableList());
  }

  private UseModel cached(StatedAnnotation stated, MethodModel method, Problems problems) {
    return new UseModel.Read(
        stated.place(),
        naming.ofRead(stated, method),
        keys.before(stated, method, problems),
        value(method.type().getReturnType(), stated, method, problems),
        settings.of(stated),
        stated.text("condition").map(name -> guards.condition(name, method)),
        stated.text("unless").map(name -> guards.unless(name, method)));
  }

  private Optional<ValueModel> value(
      TypeMirror type, StatedAnnotation stated, MethodModel method, Problems problems) {
    String subject = MethodText.of(method.element(), method.type());
    return values.walk(type, subject, stated.place(), problems);
  }

  private Stream<UseModel> puts(
      StatedAnnotation stated, MethodModel method, List<CacheId> read, Problems problems) {
    Optional<PathModel> source = keys.source(stated, method, problems);
    Optional<KeyModel> key = keys.ofPut(stated, method, source, problems);
    // A value that is stated but cannot be read, and a result that is none, are told elsewhere.
    Optional<TypeMirror> put =
        stated.text("value").isPresent() || method.isVoid()
            ? source.map(PathModel::type)
            : Optional.of(method.type().getReturnType());
    Optional<ValueModel> value = put.flatMap(type -> value(type, stated, method, problems));
    return naming.ofWrite(stated, read).stream()
        .map(cache -> new UseModel.Put(stated.place(), cache, key, source, value));
  }

  private Stream<UseModel> evicts(
      StatedAnnotation stated,
      MethodModel method,
      List<CacheId> read,
      List<CacheId> partless,
      Problems problems) {
    List<CacheId> caches = naming.ofWrite(stated, read);
    boolean all = stated.isSet("allEntries");
    boolean before = stated.isSet("beforeInvocation");
    // A key where the reads have none is wrong as a whole: what is wrong with its parts misleads.
    boolean isKeyless = stated.texts("include").isEmpty() && partless.containsAll(caches);
    Problems told = isKeyless ? new Problems() : problems;
    Optional<KeyModel> key = all ? Optional.empty() : keys.ofEvict(stated, method, told);
    return caches.stream()
        .map(cache -> new UseModel.Evict(stated.place(), cache, key, all, before));
  }
}
