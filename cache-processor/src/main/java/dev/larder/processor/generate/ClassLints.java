package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.type.TypeMirror;

/** The warnings that the class as a whole would raise. */
final class ClassLints {
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
    lints.token("exports", !mayExportTheRuntime(decorator));
    return lints.suppression();
  }

  /** Whether its objects can be written, as those of the decorated type can. */
  static boolean isSerializable(Decorator decorator) {
    TypeMirror serializable =
        decorator.lookup().elements().getTypeElement("java.io.Serializable").asType();
    return decorator.lookup().types().isSubtype(decorator.service().type(), serializable);
  }

  /**
   * Whether readers of the user's module may see the runtime's types without reading its module.
   * What the module exports is not asked: javac would look for the classes that it provides, and
   * keep what it finds before they are generated.
   */
  private static boolean mayExportTheRuntime(Decorator decorator) {
    ModuleElement module = decorator.lookup().elements().getModuleOf(decorator.service().element());
    return module != null && !module.isUnnamed() && AddHeader.isPublic(decorator);
  }
}
