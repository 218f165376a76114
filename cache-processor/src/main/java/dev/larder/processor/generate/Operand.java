package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import javax.lang.model.type.TypeMirror;

/**
 * A value that generated code has at hand.
 *
 * @param code the expression
 * @param type its type, not yet boxed where it may be null
 * @param isVariable whether it is a plain variable, to be named as often as one likes
 * @param isNullable whether it may be null
 */
record Operand(CodeBlock code, TypeMirror type, boolean isVariable, boolean isNullable) {

  /** A variable; one of a primitive type is never null. */
  static Operand variable(String name, TypeMirror type) {
    return new Operand(CodeBlock.of("$N", name), type, true, !type.getKind().isPrimitive());
  }

  /** What a member of it gives: null, if it is null itself. */
  Operand member(String source, TypeMirror memberType) {
    if (!isNullable) {
      boolean nullable = !memberType.getKind().isPrimitive();
      return new Operand(CodeBlock.of("$L.$L", code, source), memberType, false, nullable);
    }
    CodeBlock tested = CodeBlock.of("$1L == null ? null : $1L.$2L", code, source);
    return new Operand(tested, memberType, false, true);
  }
}
