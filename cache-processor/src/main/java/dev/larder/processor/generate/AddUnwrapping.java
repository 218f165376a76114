package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Results;
import dev.larder.processor.model.ValueModel.Form;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.lang.model.element.Modifier;

/** What takes a value out of the kinds of {@code Optional} that the methods give. */
final class AddUnwrapping implements Rule {
  /** The name as wished. */
  static final String NAME = "orNull";

  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    String name = decorator.methodName(NAME);
    decorator.service().methods().stream()
        .filter(method -> method.isWritten() && method.isResultRead())
        .map(MethodModel::type)
        .map(method -> Results.form(method.getReturnType()))
        .distinct()
        .sorted()
        .flatMap(form -> method(form, name).stream())
        .forEach(type::addMethod);
  }

  private static Optional<MethodSpec> method(Form form, String name) {
    return switch (form) {
      case PLAIN, PRIMITIVE -> Optional.empty();
      case OPTIONAL -> Optional.of(ofObjects(name));
      case OPTIONAL_INT -> Optional.of(of(OptionalInt.class, Integer.class, "getAsInt", name));
      case OPTIONAL_LONG -> Optional.of(of(OptionalLong.class, Long.class, "getAsLong", name));
      case OPTIONAL_DOUBLE ->
          Optional.of(of(OptionalDouble.class, Double.class, "getAsDouble", name));
    };
  }

  private static MethodSpec ofObjects(String name) {
    TypeVariableName value = TypeVariableName.get("T");
    TypeName given = ParameterizedTypeName.get(ClassName.get(Optional.class), value);
    return method(name, value, given, CodeBlock.of("result == null ? null : result.orElse(null)"))
        .addTypeVariable(value)
        .build();
  }

  private static MethodSpec of(Class<?> optional, Class<?> value, String getter, String name) {
    return method(
            name,
            ClassName.get(value),
            ClassName.get(optional),
            CodeBlock.of("result == null || result.isEmpty() ? null : result.$N()", getter))
        .build();
  }

  private static MethodSpec.Builder method(
      String name, TypeName value, TypeName given, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(value)
        .addParameter(given, "result")
        .addStatement("return $L", body);
  }
}
