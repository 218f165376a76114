package dev.larder.processor.read;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.PathModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the keys that annotations describe. */
final class KeyReader {
  private static final String INCLUDE = "include";

  private final PathReader paths;
  private final PartReader parts;

  KeyReader(Lookup lookup, ParameterNames names) {
    this.paths = new PathReader(lookup.types(), lookup.elements(), lookup.from(), names);
    this.parts = new PartReader(lookup.types(), lookup.elements(), lookup.from());
  }

  /** The key of a {@code @Cached}, made before the method runs. */
  Optional<KeyModel> before(StatedAnnotation stated, MethodModel method, Problems problems) {
    return key(stated, method, false, "", problems);
  }

  /** The key of a {@code @CacheEvict}. */
  Optional<KeyModel> ofEvict(StatedAnnotation stated, MethodModel method, Problems problems) {
    return key(stated, method, !stated.isSet("beforeInvocation"), "", problems);
  }

  /** The key of a {@code @CachePut}; a parameter that is the value is no part of it. */
  Optional<KeyModel> ofPut(
      StatedAnnotation stated, MethodModel method, Optional<PathModel> source, Problems problems) {
    String value =
        source
            .filter(path -> path.steps().isEmpty() && !path.fromResult())
            .map(PathModel::root)
            .orElse("");
    return key(stated, method, true, value, problems);
  }

  /** What a {@code @CachePut} puts; empty if that is the result, or cannot be read. */
  Optional<PathModel> source(StatedAnnotation stated, MethodModel method, Problems problems) {
    return stated
        .text("value")
        .flatMap(
            text -> paths.read(text, start(method, true), stated.place().at("value"), problems));
  }

  private Optional<KeyModel> key(
      StatedAnnotation stated,
      MethodModel method,
      boolean afterRun,
      String except,
      Problems problems) {
    List<String> include = stated.texts(INCLUDE);
    boolean all = include.isEmpty();
    List<String> texts = all ? parameters(method, except) : include;
    List<KeyModel.Part> read = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Place place = all ? stated.place() : stated.place().at(INCLUDE, i);
      Optional<PathModel> path =
          all
              ? Optional.of(parameter(method, texts.get(i)))
              : paths.read(texts.get(i), start(method, afterRun), place, problems);
      path.flatMap(found -> part(found, place, problems)).ifPresent(read::add);
    }
    return read.size() == texts.size() ? Optional.of(new KeyModel(read)) : Optional.empty();
  }

  private static List<String> parameters(MethodModel method, String except) {
    return method.parameterNames().stream().filter(name -> !name.equals(except)).toList();
  }

  private static PathModel parameter(MethodModel method, String name) {
    int index = method.parameterNames().indexOf(name);
    return PathModel.ofParameter(name, method.type().getParameterTypes().get(index));
  }

  private Optional<KeyModel.Part> part(PathModel path, Place place, Problems problems) {
    return parts
        .read(path.type(), path.text(), place, problems)
        .map(model -> new KeyModel.Part(path, model));
  }

  private static PathReader.Start start(MethodModel method, boolean afterRun) {
    return new PathReader.Start(method.element(), method.type(), afterRun);
  }
}
