package dev.larder.processor.generate;

import static java.util.stream.Collectors.toUnmodifiableList;

import com.palantir.javapoet.CodeBlock;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lets several unrelated checked exceptions through a {@code get}, for which the compiler infers a
 * single one: their common supertype.
 */
final class CheckedExceptions {
  private final Lookup lookup;
  private final Scope scope;
  private final List<TypeMirror> unrelated;

  CheckedExceptions(Decorator decorator, MethodModel method, Scope scope) {
    this.lookup = decorator.lookup();
    this.scope = scope;
    this.unrelated = unrelated(method.thrown());
  }

  /** The same statements, in a {@code try} where they need one. */
  CodeBlock around(CodeBlock statements) {
    if (unrelated.size() < 2) {
      return statements;
    }
    boolean anyThrowable = unrelated.stream().anyMatch(type -> !isException(type));
    String caught = scope.local("e");
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("try")
            .add(statements)
            .nextControlFlow("catch ($L $N)", passed(anyThrowable), caught)
            .addStatement("throw $N", caught)
            .nextControlFlow(
                "catch ($T $N)", anyThrowable ? Throwable.class : Exception.class, caught);
    return addRest(code, caught).endControlFlow().build();
  }

  private CodeBlock.Builder addRest(CodeBlock.Builder code, String caught) {
    List<TypeMirror> variables =
        unrelated.stream().filter(CheckedExceptions::isVariable).collect(toUnmodifiableList());
    if (variables.isEmpty()) {
      return code.add("// the loader throws nothing else\n")
          .addStatement("throw new $T($N)", AssertionError.class, caught);
    }
    return code.add("// the loader throws nothing else\n")
        .addStatement("throw ($T) $N", TypeNames.plain().of(variables.get(0)), caught);
  }

  /** Whether a type variable is caught, which takes an unchecked cast. */
  boolean casts() {
    return unrelated.size() > 1 && unrelated.stream().anyMatch(CheckedExceptions::isVariable);
  }

  private CodeBlock passed(boolean anyThrowable) {
    CodeBlock unchecked =
        anyThrowable
            ? CodeBlock.of("$T | $T", RuntimeException.class, Error.class)
            : CodeBlock.of("$T", RuntimeException.class);
    CodeBlock named =
        unrelated.stream()
            .filter(type -> !isVariable(type))
            .map(type -> CodeBlock.of(" | $T", TypeNames.plain().of(type)))
            .collect(CodeBlock.joining(""));
    return CodeBlock.of("$L$L", unchecked, named);
  }

  private List<TypeMirror> unrelated(List<TypeMirror> thrown) {
    List<TypeMirror> checked =
        thrown.stream().filter(type -> !lookup.isUnchecked(type)).collect(toUnmodifiableList());
    return checked.stream()
        .filter(type -> checked.stream().noneMatch(other -> isCovered(type, other, checked)))
        .collect(toUnmodifiableList());
  }

  /** Whether another one covers it; of two that are the same, the first stays. */
  private boolean isCovered(TypeMirror type, TypeMirror other, List<TypeMirror> all) {
    if (type == other || !lookup.types().isSubtype(type, other)) {
      return false;
    }
    return !lookup.types().isSameType(type, other) || all.indexOf(other) < all.indexOf(type);
  }

  private boolean isException(TypeMirror type) {
    TypeMirror exception = lookup.elements().getTypeElement("java.lang.Exception").asType();
    return lookup.types().isSubtype(type, exception);
  }

  private static boolean isVariable(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR;
  }
}
