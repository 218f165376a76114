package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.PartModel;
import dev.larder.processor.model.PartModel.Container;
import dev.larder.processor.model.PartModel.RecordPart;
import java.util.ArrayList;
import java.util.List;

/** Writes how a key is made of a method's parameters and result. */
final class KeyCode {
  private final Decorator decorator;
  private final PathCode paths;

  KeyCode(Decorator decorator, PathCode paths) {
    this.decorator = decorator;
    this.paths = paths;
  }

  /** Whether there is nothing to make: the key is a plain variable, or has no parts. */
  static boolean isAtHand(KeyModel key) {
    return key.names().isEmpty()
        || (key.isOwnKey()
            && key.parts().get(0).path().steps().isEmpty()
            && !key.parts().get(0).path().type().getKind().isPrimitive());
  }

  /** The type of the key that {@link #of} makes. */
  TypeName type(KeyModel key, CacheMember cache) {
    return key.isOwnKey() ? cache.keyType() : decorator.keys().of(key).type();
  }

  /** The expression that is the key. */
  CodeBlock of(KeyModel key) {
    if (key.isOwnKey()) {
      return paths.read(key.parts().get(0).path()).code();
    }
    if (key.names().isEmpty()) {
      return CodeBlock.of("$T.none()", RuntimeNames.COMPOSITE_KEY);
    }
    return CodeBlock.of(
        "new $T($L)",
        decorator.keys().of(key).type(),
        Slot.of(key).stream().map(this::argument).collect(CodeBlock.joining(", ")));
  }

  private CodeBlock argument(Slot slot) {
    if (slot.components().isEmpty()) {
      return normal(slot.part(), paths.read(slot.path()).code());
    }
    List<CodeBlock> records = records(slot);
    CodeBlock innermost = records.get(records.size() - 1);
    String component = slot.components().get(slot.components().size() - 1).name();
    CodeBlock.Builder code = CodeBlock.builder();
    int outer = records.size() - slot.levels();
    if (outer > 0) {
      code.add("$L == null ? null : ", records.get(outer - 1));
    }
    for (int level = slot.levels(); level > 0; level--) {
      code.add(
          "$L == null ? $T.absentRecord($L) : ",
          records.get(records.size() - level),
          RuntimeNames.PART_TYPES,
          level);
    }
    return code.add(normal(slot.part(), CodeBlock.of("$L.$L()", innermost, component))).build();
  }

  /** The variables of the records around a slot, outermost first. */
  private List<CodeBlock> records(Slot slot) {
    List<CodeBlock> records = new ArrayList<>();
    Operand at = paths.variable(slot.path());
    String way = slot.path().text();
    records.add(at.code());
    for (RecordPart.Component component : slot.components()) {
      if (component.part() instanceof RecordPart inner) {
        way += "." + component.name();
        at = paths.variable(at.member(component.name() + "()", inner.type()), way);
        records.add(at.code());
      }
    }
    return records;
  }

  private CodeBlock normal(PartModel part, CodeBlock value) {
    if (part.isOwnKey()) {
      return value;
    }
    CodeBlock given = needsCast(part) ? cast((Container) part, value) : value;
    return CodeBlock.of("$L.normal($L)", decorator.parts().of(part), given);
  }

  /**
   * Where its elements would need a cast, too, javac allows none from the one type to the other.
   */
  private static CodeBlock cast(Container part, CodeBlock value) {
    CodeBlock operand = CodeBlock.of(value.toString().contains(" ") ? "($L)" : "$L", value);
    CodeBlock.Builder cast = CodeBlock.builder().add("($T) ", PartConstants.argument(part));
    if (differs(part.element())) {
      cast.add("($T) ", Erasure.unbounded(part.type()));
    }
    return cast.add(operand).build();
  }

  /** Whether wildcards stand between the value and what its part type takes. */
  static boolean needsCast(PartModel part) {
    return part instanceof Container container
        && container.kind() != Container.Kind.ARRAY
        && differs(part);
  }

  private static boolean differs(PartModel part) {
    return !TypeNames.plain().boxed(part.type()).equals(PartConstants.argument(part));
  }

  /** Whether making this key casts without a check. */
  static boolean casts(KeyModel key) {
    return Slot.of(key).stream().map(Slot::part).anyMatch(KeyCode::needsCast);
  }
}
