package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Mode;
import dev.larder.processor.model.ServiceModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a type to decorate. */
public final class ServiceReader {
  private final Lookup lookup;
  private final UseReader uses;

  public ServiceReader(Lookup lookup, ParameterNames names) {
    this.lookup = lookup;
    this.uses = new UseReader(lookup, names);
  }

  /** The type as a whole; what could not be read is left out, and its problem added. */
  public ServiceModel read(Problems problems) {
    TypeElement type = lookup.from();
    Mode mode = mode(type);
    List<MethodModel> bare = new MethodsReader(lookup, mode).read();
    return new ServiceModel(
        type,
        mode,
        MoreElements.getPackage(type).getQualifiedName().toString(),
        generatedName(type),
        interfaces(type, mode),
        mode == Mode.SUBCLASS ? constructors(type) : List.of(),
        uses.read(bare, problems));
  }

  private static Mode mode(TypeElement type) {
    if (type.getKind().isInterface()) {
      return Mode.INTERFACE;
    }
    boolean isFinal =
        type.getModifiers().contains(Modifier.FINAL) || type.getKind() == ElementKind.ENUM;
    return isFinal ? Mode.DELEGATE : Mode.SUBCLASS;
  }

  private static String generatedName(TypeElement type) {
    Deque<String> names = new ArrayDeque<>();
    Element at = type;
    while (at instanceof TypeElement enclosing) {
      names.addFirst(enclosing.getSimpleName().toString());
      at = enclosing.getEnclosingElement();
    }
    return "Cached" + String.join("_", names);
  }

  private List<TypeMirror> interfaces(TypeElement type, Mode mode) {
    return switch (mode) {
      case INTERFACE -> List.of(type.asType());
      case SUBCLASS -> List.of();
      case DELEGATE -> List.copyOf(new Interfaces(lookup.types()).of((DeclaredType) type.asType()));
    };
  }

  private static List<ExecutableElement> constructors(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
        .collect(Collectors.toUnmodifiableList());
  }
}
