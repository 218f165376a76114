package dev.larder.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** How a type stands in a key: one part, or several if it is a record. */
public sealed interface PartModel {

  /** The type as it is declared, a type variable or wildcard replaced by its bound. */
  TypeMirror type();

  /** The names of the parts it gives, in order, as they stand in {@code @CacheUse.key}. */
  List<String> names();

  /** Whether a value of this type is its own key in the heap. */
  default boolean isOwnKey() {
    return false;
  }

  /** A type with a constant in {@code PartTypes}; a box has its primitive's constant and name. */
  record Scalar(TypeMirror type, String constant, String name, boolean isOwnKey)
      implements PartModel {
    @Override
    public List<String> names() {
      return List.of(name);
    }

    /** Whether it is declared as a primitive, and so is never null. */
    public boolean isPrimitive() {
      return type.getKind().isPrimitive();
    }
  }

  /** An enum, by the names of its constants. */
  record EnumPart(TypeMirror type, String name) implements PartModel {
    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public boolean isOwnKey() {
      return true;
    }
  }

  /** An {@code Optional}, {@code List}, {@code Set} or array of one part. */
  record Container(TypeMirror type, Kind kind, PartModel element) implements PartModel {
    /** Which factory of {@code PartTypes} makes it. */
    public enum Kind {
      /** {@code optional(x)}. */
      OPTIONAL("optional"),
      /** {@code list(x)}. */
      LIST("list"),
      /** {@code set(x)}. */
      SET("set"),
      /** {@code array(x)}, named {@code list(x)}. */
      ARRAY("list");

      private final String label;

      Kind(String label) {
        this.label = label;
      }
    }

    @Override
    public List<String> names() {
      return List.of(kind.label + "(" + element.names().get(0) + ")");
    }
  }

  /** A record, flattened into the parts of its components. */
  record RecordPart(TypeMirror type, List<Component> components) implements PartModel {
    /** A component: its accessor's name, and how it stands in the key. */
    public record Component(String name, PartModel part) {}

    public RecordPart {
      components = List.copyOf(components);
    }

    @Override
    public List<String> names() {
      return components.stream()
          .flatMap(component -> component.part().names().stream())
          .collect(Collectors.toUnmodifiableList());
    }
  }

  /** A type that a user's {@code KeyPart} gives a text; named by its full name. */
  record Keyed(TypeMirror type, String name, DeclaredType keyPart) implements PartModel {
    @Override
    public List<String> names() {
      return List.of(name);
    }
  }
}
