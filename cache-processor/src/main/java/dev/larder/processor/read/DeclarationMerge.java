package dev.larder.processor.read;

import static java.util.stream.Collectors.toUnmodifiableList;

import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Makes one method of the declarations that a type inherits side by side: the narrowest result, and
 * what all of them allow to be thrown.
 */
final class DeclarationMerge {
  private final Lookup lookup;

  DeclarationMerge(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The method of these declarations; the first of them that is annotated counts, if one is. */
  MethodModel of(List<ExecutableElement> declarations, boolean isWritten) {
    ExecutableElement nearest = nearest(declarations);
    List<TypeMirror> thrown =
        thrown(nearest).stream()
            .filter(type -> declarations.stream().allMatch(other -> mayThrow(other, type)))
            .collect(toUnmodifiableList());
    return new MethodModel(nearest, lookup.member(nearest), thrown, List.of(), isWritten);
  }

  private ExecutableElement nearest(List<ExecutableElement> declarations) {
    List<ExecutableElement> narrowest =
        declarations.stream()
            .filter(one -> declarations.stream().allMatch(other -> isNarrower(one, other)))
            .collect(toUnmodifiableList());
    return narrowest.stream()
        .filter(method -> !StatedAnnotation.of(method).isEmpty())
        .findFirst()
        .orElseGet(() -> narrowest.isEmpty() ? declarations.get(0) : narrowest.get(0));
  }

  private boolean isNarrower(ExecutableElement one, ExecutableElement other) {
    TypeMirror narrow = lookup.types().erasure(lookup.member(one).getReturnType());
    TypeMirror wide = lookup.types().erasure(lookup.member(other).getReturnType());
    return lookup.types().isSameType(narrow, wide) || isSubtype(narrow, wide);
  }

  private boolean isSubtype(TypeMirror narrow, TypeMirror wide) {
    return !narrow.getKind().isPrimitive()
        && narrow.getKind() != javax.lang.model.type.TypeKind.VOID
        && lookup.types().isSubtype(narrow, wide);
  }

  private boolean mayThrow(ExecutableElement method, TypeMirror type) {
    return lookup.isUnchecked(type)
        || thrown(method).stream().anyMatch(declared -> lookup.types().isSubtype(type, declared));
  }

  private List<? extends TypeMirror> thrown(ExecutableElement method) {
    return lookup.member(method).getThrownTypes();
  }
}
