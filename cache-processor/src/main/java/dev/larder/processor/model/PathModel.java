package dev.larder.processor.model;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * What a name or path of {@code include} or {@code value} reads.
 *
 * @param text the path as the user wrote it; the parameter's name, if it was not written
 * @param root the parameter it starts at, or {@code result}
 * @param fromResult whether it starts at the result (out of its {@code Optional}, if it is in one)
 * @param rootType the type of the parameter or of the result
 * @param steps what is read one after the other; none for the parameter itself
 */
public record PathModel(
    String text, String root, boolean fromResult, TypeMirror rootType, List<Step> steps) {

  public PathModel {
    steps = List.copyOf(steps);
  }

  /** A parameter as it is. */
  public static PathModel ofParameter(String name, TypeMirror type) {
    return new PathModel(name, name, false, type, List.of());
  }

  /** The type of what it reads. */
  public TypeMirror type() {
    return steps.isEmpty() ? rootType : steps.get(steps.size() - 1).type();
  }

  /** Whether it may read null: its end is not primitive, or something on the way may be null. */
  public boolean isNullable() {
    return !type().getKind().isPrimitive()
        || (!steps.isEmpty() && !rootType.getKind().isPrimitive());
  }

  /**
   * One step.
   *
   * @param kind how the member is read
   * @param name the member's name in Java: {@code id}, {@code getId}
   * @param type what it gives
   */
  public record Step(Kind kind, String name, TypeMirror type) {
    /** A member is called or its field is read. */
    public enum Kind {
      /** A record's accessor, a method of that name, or a getter. */
      METHOD,
      /** A field. */
      FIELD
    }

    /** How it is written behind the dot. */
    public String source() {
      return kind == Kind.METHOD ? name + "()" : name;
    }
  }
}
