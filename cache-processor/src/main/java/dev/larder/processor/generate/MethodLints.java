package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import dev.larder.processor.model.GuardModel;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Read;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The warnings that one generated method would raise. */
final class MethodLints {
  private final Decorator decorator;
  private final MethodModel method;

  MethodLints(Decorator decorator, MethodModel method) {
    this.decorator = decorator;
    this.method = method;
  }

  /** Their suppression, if one is needed; {@code deprecated} says whether the method is. */
  Optional<AnnotationSpec> in(boolean deprecated) {
    LintTokens.Gathered lints = decorator.lints().in(deprecated);
    lints.element(method.element());
    signature().forEach(lints::type);
    method.uses().stream().flatMap(MethodLints::guards).forEach(lints::element);
    method.uses().stream().flatMap(use -> use.key().stream()).forEach(key -> key(key, lints));
    lints.token("rawtypes", method.reads().stream().noneMatch(this::isRaw));
    return lints.token("unchecked", !isUnchecked()).suppression();
  }

  private Stream<TypeMirror> signature() {
    Stream<TypeMirror> types =
        Stream.concat(
            Stream.of(method.type().getReturnType()), method.type().getParameterTypes().stream());
    Stream<TypeMirror> bounds =
        method.type().getTypeVariables().stream().map(TypeVariable::getUpperBound);
    return Stream.of(types, bounds, method.thrown().stream()).flatMap(part -> part);
  }

  private static Stream<Element> guards(UseModel use) {
    return use instanceof Read read
        ? Stream.of(read.condition(), read.unless())
            .flatMap(Optional::stream)
            .map(GuardModel::method)
            .flatMap(Optional::stream)
        : Stream.empty();
  }

  private void key(KeyModel key, LintTokens.Gathered lints) {
    key.parts().stream()
        .flatMap(part -> part.path().steps().stream())
        .forEach(step -> lints.type(step.type()));
  }

  private boolean isUnchecked() {
    return Signature.pollutesHeap(method.element(), method.type())
        || method.uses().stream().flatMap(use -> use.key().stream()).anyMatch(KeyCode::casts)
        || (!method.reads().isEmpty() && resultCasts());
  }

  private boolean isRaw(Read read) {
    return decorator.caches().of(read.cache()).isRaw();
  }

  private boolean resultCasts() {
    return ResultCode.of(method, decorator).casts();
  }
}
