package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Results;
import dev.larder.processor.model.ValueModel.Form;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Writes how a result is made of a cached value, and a cached value of a result. */
final class ResultCode {
  private final Form form;
  private final String unwrapping;
  private final TypeName resultType;
  private final Optional<TypeName> cast;

  private ResultCode(Form form, TypeMirror value, MethodModel method, Decorator decorator) {
    this.form = form;
    this.unwrapping = decorator.methodName(AddUnwrapping.NAME);
    this.resultType = TypeNames.plain().of(method.type().getReturnType());
    this.cast =
        CacheValueType.isOfMethod(value, decorator.service())
            ? Optional.of(TypeNames.plain().of(value))
            : Optional.empty();
  }

  /** For a method that gives something. */
  static ResultCode of(MethodModel method, Decorator decorator) {
    TypeMirror result = method.type().getReturnType();
    TypeMirror value = Results.value(result, decorator.lookup().types());
    return new ResultCode(Results.form(result), value, method, decorator);
  }

  /** Whether a value is cast without a check, because only its method knows its type. */
  boolean casts() {
    return cast.isPresent();
  }

  /** Whether the result is the value itself. */
  boolean isValue() {
    return form == Form.PLAIN || form == Form.PRIMITIVE;
  }

  /** The result for a value that is there. */
  CodeBlock ofPresent(CodeBlock present) {
    return switch (form) {
      case PLAIN, PRIMITIVE -> typed(present);
      case OPTIONAL -> CodeBlock.of("$T.of($L)", Optional.class, typed(present));
      default -> CodeBlock.of("$T.of($L)", resultType, present);
    };
  }

  /**
   * The result for a variable that may be null. A primitive one is then what the method's own code
   * gives: another method, a put or a setting of the chain can keep a null under the same name.
   */
  CodeBlock ofVariable(String name, CodeBlock own) {
    if (form == Form.PRIMITIVE) {
      return CodeBlock.of("$1N == null ? $2L : $1N", name, own);
    }
    return CodeBlock.of("$1N == null ? $2T.empty() : $2T.of($1N)", name, resultType);
  }

  /** The result for a value that may be null; only where {@link #needsVariable} does not hold. */
  CodeBlock ofNullable(CodeBlock nullable) {
    return form == Form.OPTIONAL
        ? CodeBlock.of("$T.ofNullable($L)", Optional.class, typed(nullable))
        : typed(nullable);
  }

  /** Whether a value that may be null must stand in a variable before a result is made of it. */
  boolean needsVariable() {
    return form != Form.PLAIN && form != Form.OPTIONAL;
  }

  /** The value, or null, of a result. */
  CodeBlock unwrapped(CodeBlock given) {
    return isValue() ? given : CodeBlock.of("$N($L)", unwrapping, given);
  }

  private CodeBlock typed(CodeBlock code) {
    return cast.map(type -> CodeBlock.of("($T) $L", type, code)).orElse(code);
  }
}
