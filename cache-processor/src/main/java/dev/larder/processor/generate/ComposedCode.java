package dev.larder.processor.generate;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.Written;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Writes how a serializer is put together of others. */
final class ComposedCode {
  private final ValueConstants constants;

  ComposedCode(ValueConstants constants) {
    this.constants = constants;
  }

  /** The expression. */
  CodeBlock of(Written written) {
    if (written instanceof Written.Converted converted) {
      return converted(converted);
    }
    if (written instanceof Written.Named named) {
      return factory("enumOf", CodeBlock.of("$T.class", Erasure.of(named.type())));
    }
    if (written instanceof Written.Composed composed) {
      return factory(composed.factory(), parts(composed.parts()));
    }
    if (written instanceof Written.Filled filled) {
      return factory(filled.factory(), parts(filled.parts()), empty(filled));
    }
    if (written instanceof Written.Copied copied) {
      return CodeBlock.of(
          "$L.mapped(value -> value, $T::copyOf)",
          factory(copied.factory(), parts(copied.parts())),
          Erasure.of(copied.type()));
    }
    if (written instanceof Written.ArrayOf array) {
      return array(array);
    }
    if (written instanceof Written.OneOf several) {
      return oneOf(several);
    }
    Written other = ((Written.As) written).other();
    return CodeBlock.of("$L.as()", constants.of(other));
  }

  private static CodeBlock factory(String name, CodeBlock... arguments) {
    return CodeBlock.of(
        "$T.$L($L)", RuntimeNames.SERIALIZERS, name, CodeBlock.join(List.of(arguments), ", "));
  }

  private CodeBlock parts(List<Written> parts) {
    return parts.stream().map(constants::of).collect(CodeBlock.joining(", "));
  }

  private static CodeBlock converted(Written.Converted converted) {
    TypeName type = Erasure.of(converted.type());
    return CodeBlock.of(
        "$T.$L.mapped($T::$L, $T::$L)",
        RuntimeNames.SERIALIZERS,
        converted.other(),
        type,
        converted.written(),
        type,
        converted.read());
  }

  private static CodeBlock empty(Written.Filled filled) {
    if (!filled.isOfEnum()) {
      return CodeBlock.of("$T::new", Erasure.of(filled.type()));
    }
    TypeName constants = Erasure.of(filled.parts().get(0).type());
    return filled.factory().equals("map")
        ? CodeBlock.of("() -> new $T<>($T.class)", Erasure.of(filled.type()), constants)
        : CodeBlock.of("() -> $T.noneOf($T.class)", Erasure.of(filled.type()), constants);
  }

  /** An array of a type with arguments is made as one without, and says so. */
  private CodeBlock array(Written.ArrayOf array) {
    TypeMirror element = ((ArrayType) array.type()).getComponentType();
    CodeBlock code =
        factory(
            "array",
            CodeBlock.of(isGeneric(element) ? "$L.as()" : "$L", constants.of(array.element())),
            CodeBlock.of("$T[]::new", Erasure.unbounded(element)));
    return isGeneric(element) ? CodeBlock.of("$L.as()", code) : code;
  }

  private static boolean isGeneric(TypeMirror type) {
    return type instanceof ArrayType array
        ? isGeneric(array.getComponentType())
        : !type.getKind().isPrimitive()
            && !MoreTypes.asTypeElement(type).getTypeParameters().isEmpty();
  }

  private CodeBlock oneOf(Written.OneOf several) {
    CodeBlock choices =
        several.choices().stream().map(this::choice).collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.oneOf($L)", RuntimeNames.SERIALIZERS, choices);
  }

  private CodeBlock choice(Written.Choice choice) {
    return CodeBlock.of(
        "$T.choice($T.class, $L, $L)",
        RuntimeNames.SERIALIZERS,
        Erasure.of(choice.element().asType()),
        String.format("0x%08x", choice.tag()),
        constants.of(choice.written()));
  }
}
