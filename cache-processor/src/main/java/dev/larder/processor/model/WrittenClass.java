package dev.larder.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * A record or class, and how its objects are taken apart and put together again.
 *
 * @param type the class with its arguments
 * @param key what tells it from others: its type's text
 * @param isExact whether others may extend it, of which only a part would be written
 * @param isShared whether its objects may lead back to themselves
 * @param parameters the members that its constructor takes, in order
 * @param isConstructorHidden whether no code can call a constructor of it
 * @param members its state, in the order in which it is written
 * @param used the constructor and methods that are called
 */
public record WrittenClass(
    DeclaredType type,
    String key,
    boolean isExact,
    boolean isShared,
    List<String> parameters,
    boolean isConstructorHidden,
    List<Member> members,
    List<Element> used) {

  public WrittenClass {
    parameters = List.copyOf(parameters);
    members = List.copyOf(members);
    used = List.copyOf(used);
  }

  /** The same, with its objects remembered. */
  public WrittenClass shared() {
    return new WrittenClass(
        type, key, isExact, true, parameters, isConstructorHidden, members, used);
  }

  /** Whether an object is there before all that it holds has been read. */
  public boolean isMadeFirst() {
    return parameters.isEmpty() && !members.isEmpty();
  }

  /**
   * A component or field.
   *
   * @param owner the class that declares it
   * @param getter how it is read, such as {@code id()} or {@code id}; empty if by reflection
   * @param setting how it is set
   */
  public record Member(
      String name, TypeElement owner, Written written, String getter, Setting setting) {

    /** Whether reflection reads or sets it. */
    public boolean isHidden() {
      return getter.isEmpty() || setting.how() == Setting.How.REFLECTION;
    }
  }

  /**
   * How a member is set.
   *
   * @param how by what
   * @param method the name of the method, if it is one
   */
  public record Setting(How how, String method) {
    /** By what a member is set. */
    public enum How {
      /** The constructor takes it. */
      CONSTRUCTOR,
      /** A method takes it. */
      METHOD,
      /** It is assigned. */
      FIELD,
      /** Reflection sets it. */
      REFLECTION
    }
  }
}
