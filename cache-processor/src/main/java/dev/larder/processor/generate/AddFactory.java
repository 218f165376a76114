package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.Mode;
import javax.lang.model.element.Modifier;

/** The factory by which {@code CacheManager.decorate} finds the class. */
final class AddFactory implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    TypeName service = Erasure.of(decorator.service().type());
    TypeSpec.Builder factory =
        TypeSpec.classBuilder("Factory")
            .addJavadoc("Finds the decorator for {@link $T#decorate}.", RuntimeNames.CACHE_MANAGER)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(RuntimeNames.DECORATOR_FACTORY, service));
    boolean isGeneric = !decorator.service().element().getTypeParameters().isEmpty();
    if (isGeneric) {
      factory.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "rawtypes", "unchecked")
              .build());
    }
    factory.addMethod(
        MethodSpec.constructorBuilder()
            .addJavadoc("For the service loader.")
            .addModifiers(Modifier.PUBLIC)
            .build());
    factory.addMethod(type(service)).addMethod(decorate(decorator, service, isGeneric));
    type.addType(factory.build());
  }

  private static MethodSpec type(TypeName service) {
    return MethodSpec.methodBuilder("type")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Class.class), service))
        .addStatement("return $T.class", service)
        .build();
  }

  private static MethodSpec decorate(Decorator decorator, TypeName service, boolean isGeneric) {
    return MethodSpec.methodBuilder("decorate")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(service)
        .addParameter(RuntimeNames.CACHE_MANAGER, "caches")
        .addParameter(service, Decorator.DELEGATE)
        .addStatement(body(decorator, isGeneric))
        .build();
  }

  private static CodeBlock body(Decorator decorator, boolean isGeneric) {
    if (decorator.service().mode() == Mode.INTERFACE) {
      return CodeBlock.of(
          "return new $T$L(caches, delegate)", decorator.name(), isGeneric ? "<>" : "");
    }
    String type = decorator.service().element().getQualifiedName().toString();
    String generated = decorator.name().simpleName();
    return CodeBlock.of(
        "throw new $T(\n$S\n    + $S)",
        RuntimeNames.CONFIGURATION_EXCEPTION,
        type + (decorator.isSubclass() ? " is a class: " : " is final: "),
        decorator.isSubclass()
            ? "call a constructor of " + generated + ", which extends it"
            : "call new " + generated + "(caches, delegate) for its interfaces");
  }
}
