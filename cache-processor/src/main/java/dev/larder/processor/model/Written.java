package dev.larder.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** How the values of one type are written to bytes. */
public sealed interface Written {
  /** The type. */
  TypeMirror type();

  /** Of what it is put together. */
  default List<Written> parts() {
    return List.of();
  }

  /** A primitive, written as such. */
  record Primitive(TypeMirror type) implements Written {}

  /**
   * A type of the platform that holds no others.
   *
   * @param name the runtime's constant, such as {@code BIG_DECIMAL}
   */
  record Constant(TypeMirror type, String name) implements Written {}

  /**
   * A type that is written as another one.
   *
   * @param other the runtime's constant for the other one
   * @param written the method that turns a value into it
   * @param read the static method, or {@code new}, that turns it back
   */
  record Converted(TypeMirror type, String other, String written, String read) implements Written {}

  /** An enum. */
  record Named(TypeMirror type) implements Written {}

  /**
   * A type of the platform that holds others.
   *
   * @param factory the runtime's factory, such as {@code list}
   */
  record Composed(TypeMirror type, String factory, List<Written> parts) implements Written {
    public Composed {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A class of collections or maps that is made empty and filled.
   *
   * @param factory the runtime's factory, {@code collection} or {@code map}
   * @param isOfEnum whether it is made for an enum, which its first part is
   */
  record Filled(TypeMirror type, String factory, boolean isOfEnum, List<Written> parts)
      implements Written {
    public Filled {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A class of collections or maps that is made by its {@code copyOf}.
   *
   * @param factory the runtime's factory of what is copied, such as {@code list}
   */
  record Copied(TypeMirror type, String factory, List<Written> parts) implements Written {
    public Copied {
      parts = List.copyOf(parts);
    }
  }

  /** An array of objects. */
  record ArrayOf(TypeMirror type, Written element) implements Written {
    @Override
    public List<Written> parts() {
      return List.of(element);
    }
  }

  /**
   * A record or class, for which a serializer of its own is written.
   *
   * @param key what tells it from others: its type's text
   */
  record Own(TypeMirror type, String key) implements Written {}

  /** A type whose values are of one of several classes. */
  record OneOf(TypeMirror type, List<Choice> choices) implements Written {
    public OneOf {
      choices = List.copyOf(choices);
    }

    @Override
    public List<Written> parts() {
      return choices.stream().map(Choice::written).toList();
    }
  }

  /**
   * One of several.
   *
   * @param element the class
   * @param tag what stands for it in the bytes
   */
  record Choice(TypeElement element, int tag, Written written) {}

  /** The same as another, of a type that differs by wildcards or type variables. */
  record As(TypeMirror type, Written other) implements Written {
    @Override
    public List<Written> parts() {
      return List.of(other);
    }
  }
}
