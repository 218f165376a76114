package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The warnings that the class as a whole would raise. */
final class ClassLints {
  private static final String RUNTIME = "dev.larder.runtime";

  private ClassLints() {}

  /** Their suppression, if one is needed. */
  static Optional<AnnotationSpec> of(Decorator decorator) {
    Element service = decorator.service().element();
    LintTokens.Gathered lints = decorator.lints().in(decorator.lints().isDeprecated(service));
    if (LintTokens.isForRemoval(service)) {
      lints.token("removal", false);
    }
    decorator.service().interfaces().forEach(lints::type);
    lints.token("serial", !isSerializable(decorator));
    lints.token("exports", !exportsTheRuntime(decorator));
    return lints.suppression();
  }

  private static boolean isSerializable(Decorator decorator) {
    TypeMirror serializable =
        decorator.lookup().elements().getTypeElement("java.io.Serializable").asType();
    return decorator.lookup().types().isSubtype(decorator.service().type(), serializable);
  }

  /** Whether readers of the user's module see the runtime's types without reading its module. */
  private static boolean exportsTheRuntime(Decorator decorator) {
    PackageElement from = decorator.lookup().elements().getPackageOf(decorator.service().element());
    ModuleElement module = decorator.lookup().elements().getModuleOf(from);
    return module != null
        && !module.isUnnamed()
        && AddHeader.isPublic(decorator)
        && ElementFilter.exportsIn(module.getDirectives()).stream()
            .map(ExportsDirective::getPackage)
            .anyMatch(from::equals)
        && ElementFilter.requiresIn(module.getDirectives()).stream()
            .filter(RequiresDirective::isTransitive)
            .map(RequiresDirective::getDependency)
            .noneMatch(required -> required.getQualifiedName().contentEquals(RUNTIME));
  }
}
