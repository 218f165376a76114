package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.larder.processor.model.MethodModel;
import javax.lang.model.element.Modifier;

/** What lets an exception pass that the compiler cannot follow through a {@code get}. */
final class AddRethrowing implements Rule {
  /** The name as wished. */
  static final String NAME = "asUnchecked";

  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    boolean isCalled =
        decorator.service().methods().stream()
            .filter(method -> method.isWritten() && !method.reads().isEmpty())
            .anyMatch(method -> hasSeveral(decorator, method));
    if (isCalled) {
      type.addMethod(method(decorator.methodName(NAME)));
    }
  }

  private static boolean hasSeveral(Decorator decorator, MethodModel method) {
    return new CheckedExceptions(decorator, method).areSeveral();
  }

  private static MethodSpec method(String name) {
    TypeVariableName thrown = TypeVariableName.get("X", Throwable.class);
    return MethodSpec.methodBuilder(name)
        .addJavadoc("Throws the very same object; the compiler takes X for an unchecked one.")
        .addAnnotation(
            AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "unchecked")
                .build())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addTypeVariable(thrown)
        .returns(RuntimeException.class)
        .addParameter(Throwable.class, "e")
        .addException(thrown)
        .addStatement("throw ($T) e", thrown)
        .build();
  }
}
