package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.PartModel;
import dev.larder.processor.model.PartModel.Container;
import dev.larder.processor.model.PartModel.EnumPart;
import dev.larder.processor.model.PartModel.Keyed;
import dev.larder.processor.model.PartModel.Scalar;
import dev.larder.processor.model.ServiceModel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How generated code names the types of key parts: by a constant of {@code PartTypes}, by the
 * expression that makes one, or, where values pass through it, by a constant of the class itself.
 */
final class PartConstants {
  /** A constant of the generated class. */
  record Constant(String name, TypeName argument, CodeBlock value) {
    /** {@code PartType<T>}. */
    TypeName type() {
      return ParameterizedTypeName.get(RuntimeNames.PART_TYPE, argument);
    }
  }

  private final NameAllocator names;
  private final Map<String, Constant> constants = new LinkedHashMap<>();

  PartConstants(ServiceModel service, NameAllocator names) {
    this.names = names;
    service.methods().stream()
        .filter(MethodModel::isWritten)
        .flatMap(method -> method.uses().stream())
        .flatMap(use -> use.key().stream())
        .forEach(this::add);
  }

  private void add(KeyModel key) {
    for (Slot slot : Slot.of(key)) {
      PartModel part = slot.part();
      if (part instanceof Container || part instanceof Keyed) {
        constants.computeIfAbsent(
            id(part),
            id ->
                new Constant(
                    Words.free(constantName(slot), "_", names), argument(part), made(part)));
      }
    }
  }

  /** The constants of the class, in the order of their first use. */
  Collection<Constant> all() {
    return constants.values();
  }

  /** The part type itself. */
  CodeBlock of(PartModel part) {
    Constant constant = constants.get(id(part));
    return constant == null ? made(part) : CodeBlock.of("$N", constant.name());
  }

  /** What the part type is of: a value must be of this type to be normalised. */
  static TypeName argument(PartModel part) {
    if (!(part instanceof Container container)) {
      return part instanceof Keyed keyed
          ? TypeNames.plain().of(keyed.type())
          : TypeNames.plain().boxed(part.type());
    }
    TypeName element = argument(container.element());
    return switch (container.kind()) {
      case OPTIONAL -> ParameterizedTypeName.get(ClassName.get(Optional.class), element);
      case LIST -> ParameterizedTypeName.get(ClassName.get(List.class), element);
      case SET -> ParameterizedTypeName.get(ClassName.get(Set.class), element);
      case ARRAY -> Erasure.unbounded(part.type());
    };
  }

  private static String id(PartModel part) {
    return part.names() + " " + argument(part);
  }

  private static String constantName(Slot slot) {
    return Words.constant(slot.name());
  }

  private static CodeBlock made(PartModel part) {
    if (part instanceof Scalar scalar) {
      return CodeBlock.of("$T.$L", RuntimeNames.PART_TYPES, scalar.constant());
    }
    if (part instanceof EnumPart) {
      return CodeBlock.of("$T.enumOf($T.class)", RuntimeNames.PART_TYPES, Erasure.of(part.type()));
    }
    if (part instanceof Keyed keyed) {
      return CodeBlock.of(
          "$T.keyed($S, new $T())",
          RuntimeNames.PART_TYPES,
          keyed.name(),
          Erasure.of(keyed.keyPart()));
    }
    if (part instanceof Container container) {
      return CodeBlock.of(
          "$T.$L($L)", RuntimeNames.PART_TYPES, factory(container), made(container.element()));
    }
    throw new IllegalArgumentException("a record has no part type of its own: " + part);
  }

  private static String factory(Container container) {
    return switch (container.kind()) {
      case OPTIONAL -> "optional";
      case LIST -> "list";
      case SET -> "set";
      case ARRAY -> "array";
    };
  }
}
