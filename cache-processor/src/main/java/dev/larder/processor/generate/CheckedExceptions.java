package dev.larder.processor.generate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableList;

import com.palantir.javapoet.CodeBlock;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * Lets several unrelated checked exceptions through a {@code get}, for which the compiler infers a
 * single one: their common supertype. What is thrown passes as it is, declared or not.
 */
final class CheckedExceptions {
  private final Decorator decorator;
  private final Lookup lookup;
  private final List<TypeMirror> unrelated;

  CheckedExceptions(Decorator decorator, MethodModel method) {
    this.decorator = decorator;
    this.lookup = decorator.lookup();
    this.unrelated = unrelated(method.thrown());
  }

  /** Whether the compiler has to be told. */
  boolean areSeveral() {
    return unrelated.size() > 1;
  }

  /** The same statements, in a {@code try} where they need one. */
  CodeBlock around(CodeBlock statements, Scope scope) {
    if (!areSeveral()) {
      return statements;
    }
    String caught = scope.local("e");
    return CodeBlock.builder()
        .beginControlFlow("try")
        .add(statements)
        .nextControlFlow("catch ($T $N)", common(), caught)
        .add("// from the loader: $L, or what nobody declared\n", names())
        .addStatement("throw $N($N)", decorator.methodName(AddRethrowing.NAME), caught)
        .endControlFlow()
        .build();
  }

  private String names() {
    return unrelated.stream()
        .map(type -> lookup.types().asElement(type).getSimpleName())
        .collect(joining(", "));
  }

  private Class<?> common() {
    return unrelated.stream().allMatch(this::isException) ? Exception.class : Throwable.class;
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
}
