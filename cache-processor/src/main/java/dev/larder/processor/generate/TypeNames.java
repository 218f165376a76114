package dev.larder.processor.generate;

import static java.util.stream.Collectors.toUnmodifiableList;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Turns types into names, with their type annotations where a signature repeats them. */
final class TypeNames {
  private final boolean annotated;
  private final Map<Element, String> renamed;

  private TypeNames(boolean annotated, Map<Element, String> renamed) {
    this.annotated = annotated;
    this.renamed = Map.copyOf(renamed);
  }

  /** Without annotations, as inside of a method. */
  static TypeNames plain() {
    return new TypeNames(false, Map.of());
  }

  /** With annotations, as in a signature. */
  static TypeNames annotated() {
    return new TypeNames(true, Map.of());
  }

  /** The same, with other names for some type variables. */
  TypeNames renaming(Map<Element, String> names) {
    return new TypeNames(annotated, names);
  }

  /** The name of a type. */
  TypeName of(TypeMirror type) {
    return annotate(bare(type), type);
  }

  /** The boxed name of a type. */
  TypeName boxed(TypeMirror type) {
    TypeName name = of(type);
    return name.isPrimitive() ? name.box() : name;
  }

  /** A type variable with its bounds, as where it is declared. */
  TypeVariableName declaration(TypeVariable variable) {
    List<TypeName> bounds = bounds(variable.getUpperBound());
    TypeVariableName name = TypeVariableName.get(name(variable), bounds.toArray(new TypeName[0]));
    return annotated ? name.annotated(copies(variable.asElement())) : name;
  }

  /** A type's own variables with their bounds. */
  List<TypeVariableName> declarations(List<? extends TypeParameterElement> parameters) {
    return parameters.stream()
        .map(parameter -> declaration((TypeVariable) parameter.asType()))
        .collect(toUnmodifiableList());
  }

  private List<TypeName> bounds(TypeMirror bound) {
    return bound instanceof IntersectionType several
        ? several.getBounds().stream().map(this::of).collect(toUnmodifiableList())
        : List.of(of(bound));
  }

  private TypeName bare(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> declared((DeclaredType) type);
      case ARRAY -> ArrayTypeName.of(of(((ArrayType) type).getComponentType()));
      case TYPEVAR -> TypeVariableName.get(name((TypeVariable) type));
      case WILDCARD -> wildcard((WildcardType) type);
      default -> TypeName.get(type);
    };
  }

  private String name(TypeVariable variable) {
    Element element = variable.asElement();
    return renamed.getOrDefault(element, element.getSimpleName().toString());
  }

  private TypeName declared(DeclaredType type) {
    ClassName raw = ClassName.get(MoreTypes.asTypeElement(type));
    List<TypeName> arguments =
        type.getTypeArguments().stream().map(this::of).collect(toUnmodifiableList());
    TypeMirror outer = type.getEnclosingType();
    if (outer.getKind() == TypeKind.DECLARED
        && of(outer) instanceof ParameterizedTypeName enclosing) {
      return enclosing.nestedClass(raw.simpleName(), arguments);
    }
    return arguments.isEmpty()
        ? raw
        : ParameterizedTypeName.get(raw, arguments.toArray(new TypeName[0]));
  }

  private TypeName wildcard(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return WildcardTypeName.subtypeOf(of(type.getExtendsBound()));
    }
    return type.getSuperBound() == null
        ? WildcardTypeName.subtypeOf(Object.class)
        : WildcardTypeName.supertypeOf(of(type.getSuperBound()));
  }

  private TypeName annotate(TypeName name, TypeMirror type) {
    List<AnnotationSpec> copies =
        type.getAnnotationMirrors().stream().map(AnnotationSpec::get).collect(toUnmodifiableList());
    return annotated && !copies.isEmpty() ? name.annotated(copies) : name;
  }

  private static List<AnnotationSpec> copies(Element element) {
    return MoreElements.asTypeParameter(element).getAnnotationMirrors().stream()
        .map(AnnotationSpec::get)
        .collect(toUnmodifiableList());
  }
}
