package dev.larder.processor.generate;

import com.google.auto.common.Visibility;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.ServiceModel;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** What the class is called, extends and implements, and what it says of itself. */
final class AddHeader implements Rule {
  static final String PROCESSOR = "dev.larder.processor.LarderProcessor";

  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    ServiceModel service = decorator.service();
    type.addJavadoc(
        "{@link $T}, its results cached as its annotations say.", Erasure.of(service.type()));
    Signature.deprecation(service.element()).forEach(type::addAnnotation);
    ClassLints.of(decorator).ifPresent(type::addAnnotation);
    decorator
        .marks()
        .generated()
        .map(mark -> AnnotationSpec.builder(mark).addMember("value", "$S", PROCESSOR).build())
        .ifPresent(type::addAnnotation);
    decorator.marks().nullUnmarked().ifPresent(type::addAnnotation);
    addModifiers(decorator, type);
    TypeNames names = TypeNames.annotated();
    type.addTypeVariables(names.declarations(service.element().getTypeParameters()));
    addSupertypes(decorator, type);
  }

  private static void addModifiers(Decorator decorator, TypeSpec.Builder type) {
    if (isPublic(decorator)) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (!decorator.isSubclass()) {
      type.addModifiers(Modifier.FINAL);
    }
  }

  /** As visible as the type, and no more than what encloses it. */
  static boolean isPublic(Decorator decorator) {
    return Visibility.effectiveVisibilityOfElement(decorator.service().element())
        == Visibility.PUBLIC;
  }

  private static void addSupertypes(Decorator decorator, TypeSpec.Builder type) {
    TypeName service = decorator.serviceType();
    if (decorator.isSubclass()) {
      type.superclass(service);
    }
    for (TypeMirror implemented : decorator.service().interfaces()) {
      type.addSuperinterface(TypeNames.annotated().of(implemented));
    }
  }
}
