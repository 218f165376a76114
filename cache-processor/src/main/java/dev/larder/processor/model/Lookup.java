package dev.larder.processor.model;

import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Javac's types and elements, as they are seen from one type. */
public final class Lookup {
  private final Types types;
  private final Elements elements;
  private final TypeElement from;

  public Lookup(ProcessingEnvironment environment, TypeElement from) {
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
    this.from = from;
  }

  /** Javac's utilities for types. */
  public Types types() {
    return types;
  }

  /** Javac's utilities for elements. */
  public Elements elements() {
    return elements;
  }

  /** The type that looks. */
  public TypeElement from() {
    return from;
  }

  /** A class that the type's module reads; empty if there is none of that name. */
  public Optional<TypeElement> find(String name) {
    ModuleElement module = elements.getModuleOf(from);
    return Optional.ofNullable(
        module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
  }

  /** A method as a member of the type. */
  public ExecutableType member(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) from.asType(), method);
  }

  /** Whether an element is a member of {@link Object}. */
  public boolean isObjects(Element member) {
    return elements.getTypeElement("java.lang.Object").equals(member.getEnclosingElement());
  }

  /** Whether a type is unchecked when thrown. */
  public boolean isUnchecked(TypeMirror thrown) {
    return isA(thrown, "java.lang.RuntimeException") || isA(thrown, "java.lang.Error");
  }

  private boolean isA(TypeMirror type, String name) {
    return types.isSubtype(type, elements.getTypeElement(name).asType());
  }
}
