package dev.larder.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A type to decorate.
 *
 * @param element the type
 * @param mode how the generated class stands to it
 * @param packageName its package, also that of the generated class; empty for the unnamed one
 * @param generatedName the simple name of the generated class
 * @param interfaces what the generated class implements: the type itself, or its interfaces; none
 *     in subclass mode
 * @param constructors those that a subclass can call, in source order; none in other modes
 * @param methods the methods that are written out, in source order and then as inherited, and every
 *     annotated method, even one that cannot be decorated
 */
public record ServiceModel(
    TypeElement element,
    Mode mode,
    String packageName,
    String generatedName,
    List<TypeMirror> interfaces,
    List<ExecutableElement> constructors,
    List<MethodModel> methods) {

  public ServiceModel {
    interfaces = List.copyOf(interfaces);
    constructors = List.copyOf(constructors);
    methods = List.copyOf(methods);
  }

  /** The type with its own type variables. */
  public DeclaredType type() {
    return (DeclaredType) element.asType();
  }

  /** The simple name of the generated class that says how values are written. */
  public String valuesName() {
    return generatedName + "Values";
  }

  /** The same type using no cache: what is written where a problem was found. */
  public ServiceModel withoutUses() {
    List<MethodModel> bare =
        methods.stream().map(MethodModel::withoutUses).collect(Collectors.toUnmodifiableList());
    return new ServiceModel(
        element, mode, packageName, generatedName, interfaces, constructors, bare);
  }

  /** All uses of caches, in the order of the methods. */
  public Stream<UseModel> uses() {
    return methods.stream().flatMap(method -> method.uses().stream());
  }

  /** All reads, in the order of the methods. */
  public Stream<UseModel.Read> reads() {
    return methods.stream().flatMap(method -> method.reads().stream());
  }

  /** The first read of a cache, which says what the cache holds. */
  public Optional<UseModel.Read> read(CacheId cache) {
    return reads().filter(read -> read.cache().equals(cache)).findFirst();
  }

  /** What the reads of a cache state together; empty if there is none. */
  public Optional<SettingsModel> settings(CacheId cache) {
    return reads()
        .filter(read -> read.cache().equals(cache))
        .map(UseModel.Read::settings)
        .reduce(SettingsModel::or);
  }
}
