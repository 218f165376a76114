package dev.larder.processor.generate;

import static java.util.stream.Collectors.toUnmodifiableList;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Writes the signature of a method once more, as the decorated type has it. */
final class Signature {
  private static final Set<String> NULL_MARKS =
      Set.of("Nullable", "NonNull", "Nonnull", "NotNull", "CheckForNull");

  private final MethodModel method;
  private final TypeNames types;

  Signature(MethodModel method, ServiceModel service) {
    this.method = method;
    this.types = TypeNames.annotated().renaming(clashes(method, service));
  }

  /** Variables of the method that are named like one of the class, which hides them here. */
  private static Map<Element, String> clashes(MethodModel method, ServiceModel service) {
    Map<Element, String> renamed = new HashMap<>();
    if (service.element().equals(method.element().getEnclosingElement())) {
      return renamed;
    }
    for (TypeVariable variable : method.type().getTypeVariables()) {
      String name = variable.asElement().getSimpleName().toString();
      boolean isTaken =
          service.element().getTypeParameters().stream()
              .anyMatch(parameter -> parameter.getSimpleName().contentEquals(name));
      if (isTaken) {
        renamed.put(variable.asElement(), name + "1");
      }
    }
    return renamed;
  }

  /** The override; neither {@code synchronized} nor {@code native} is repeated. */
  MethodSpec.Builder override() {
    MethodSpec.Builder override = named(method.name()).addAnnotation(Override.class);
    for (Modifier modifier : List.of(Modifier.PUBLIC, Modifier.PROTECTED)) {
      if (method.element().getModifiers().contains(modifier)) {
        override.addModifiers(modifier);
      }
    }
    deprecation(method.element()).forEach(override::addAnnotation);
    nullMarks(method.element(), method.type().getReturnType()).forEach(override::addAnnotation);
    return override;
  }

  /** A private method of the same parameters and result. */
  MethodSpec.Builder like(String name) {
    return named(name).addModifiers(Modifier.PRIVATE);
  }

  /** The result's type, annotations included. */
  TypeName returnType() {
    return types.of(method.type().getReturnType());
  }

  private MethodSpec.Builder named(String name) {
    MethodSpec.Builder builder = MethodSpec.methodBuilder(name).returns(returnType());
    method.type().getTypeVariables().stream()
        .map(types::declaration)
        .forEach(builder::addTypeVariable);
    List<? extends VariableElement> parameters = method.element().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      builder.addParameter(
          parameter(parameters.get(i), method.type().getParameterTypes().get(i), types));
    }
    method.thrown().stream().map(types::of).forEach(builder::addException);
    return builder.varargs(method.element().isVarArgs());
  }

  /** A parameter with the annotations that say something about null. */
  static ParameterSpec parameter(VariableElement parameter, TypeMirror type, TypeNames types) {
    return ParameterSpec.builder(types.of(type), parameter.getSimpleName().toString())
        .addAnnotations(nullMarks(parameter, type))
        .build();
  }

  private static List<AnnotationSpec> nullMarks(Element element, TypeMirror type) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> NULL_MARKS.contains(simpleName(mirror.getAnnotationType())))
        .filter(mirror -> !isOnType(type, mirror))
        .map(AnnotationSpec::get)
        .collect(toUnmodifiableList());
  }

  /** Whether an annotation of a declaration is one of its type as well. */
  static boolean isOnType(TypeMirror type, AnnotationMirror annotation) {
    TypeMirror marked = type instanceof ArrayType array ? innermost(array) : type;
    Element kind = annotation.getAnnotationType().asElement();
    return marked.getAnnotationMirrors().stream()
        .anyMatch(own -> own.getAnnotationType().asElement().equals(kind));
  }

  /** Whether its variable arguments are of a type that does not exist at run time. */
  static boolean pollutesHeap(ExecutableElement method) {
    return pollutesHeap(method, (ExecutableType) method.asType());
  }

  /** As above, for a method as a member of some type. */
  static boolean pollutesHeap(ExecutableElement method, ExecutableType type) {
    List<? extends TypeMirror> parameters = type.getParameterTypes();
    return method.isVarArgs()
        && parameters.get(parameters.size() - 1) instanceof ArrayType array
        && !Reifiable.is(array.getComponentType());
  }

  private static TypeMirror innermost(ArrayType array) {
    TypeMirror component = array.getComponentType();
    return component instanceof ArrayType inner ? innermost(inner) : component;
  }

  private static String simpleName(TypeMirror annotation) {
    return MoreTypes.asTypeElement(annotation).getSimpleName().toString();
  }

  /** {@code @Deprecated} as it stands on an element, if it does. */
  static List<AnnotationSpec> deprecation(Element element) {
    return repeated(element, Deprecated.class);
  }

  /** An annotation as it stands on an element, if it does. */
  static List<AnnotationSpec> repeated(Element element, Class<? extends Annotation> annotation) {
    return MoreElements.getAnnotationMirror(element, annotation).toJavaUtil().stream()
        .map(AnnotationSpec::get)
        .collect(toUnmodifiableList());
  }

  /** Whether a method carries {@code @Deprecated}. */
  static boolean isDeprecated(ExecutableElement method) {
    return !deprecation(method).isEmpty();
  }
}
