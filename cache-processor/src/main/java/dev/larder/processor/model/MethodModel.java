package dev.larder.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A method of a decorated type.
 *
 * @param element its nearest declaration
 * @param type its signature as a member of the decorated type
 * @param thrown what it may throw, where several declarations of it meet
 * @param uses the caches it uses, in the order of its annotations
 * @param isWritten whether the generated class overrides it
 */
public record MethodModel(
    ExecutableElement element,
    ExecutableType type,
    List<TypeMirror> thrown,
    List<UseModel> uses,
    boolean isWritten) {

  public MethodModel {
    thrown = List.copyOf(thrown);
    uses = List.copyOf(uses);
  }

  /** The same method using no cache. */
  public MethodModel withoutUses() {
    return new MethodModel(element, type, thrown, List.of(), isWritten);
  }

  /** Its simple name. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** The names of its parameters. */
  public List<String> parameterNames() {
    return element.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .collect(Collectors.toUnmodifiableList());
  }

  /** Whether it gives nothing. */
  public boolean isVoid() {
    return type.getReturnType().getKind() == TypeKind.VOID;
  }

  /** The caches that are asked for its result, in their order. */
  public List<UseModel.Read> reads() {
    return only(UseModel.Read.class);
  }

  /** The caches its values are put into. */
  public List<UseModel.Put> puts() {
    return only(UseModel.Put.class);
  }

  /** The caches it evicts from. */
  public List<UseModel.Evict> evicts() {
    return only(UseModel.Evict.class);
  }

  private <T extends UseModel> List<T> only(Class<T> kind) {
    return uses.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(Collectors.toUnmodifiableList());
  }
}
