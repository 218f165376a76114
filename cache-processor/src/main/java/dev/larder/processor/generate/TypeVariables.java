package dev.larder.processor.generate;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Finds the type variables that a type mentions. */
final class TypeVariables {
  private final Set<Element> found = new LinkedHashSet<>();

  private TypeVariables() {}

  static Set<Element> of(TypeMirror type) {
    TypeVariables variables = new TypeVariables();
    variables.visit(type);
    return variables.found;
  }

  private void visit(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      found.add(variable.asElement());
    } else if (type instanceof ArrayType array) {
      visit(array.getComponentType());
    } else if (type instanceof IntersectionType several) {
      several.getBounds().forEach(this::visit);
    } else if (type instanceof DeclaredType declared) {
      visit(declared.getEnclosingType());
      declared.getTypeArguments().forEach(this::visit);
    } else if (type instanceof WildcardType wildcard) {
      Bounds.of(wildcard).forEach(this::visit);
    }
  }
}
