package dev.larder.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * The types that can be reached from one, each with a text of its shape. An ordinary class that is
 * not final is taken as exactly itself; see {@code docs/decisions/0004-open-value-types.md}.
 */
final class ReachedTypes {
  /** A generic type that holds itself with ever longer arguments is followed so many times. */
  private static final int SAME_CLASS = 16;

  private final TypeShape shape;
  private final SortedMap<String, String> shapes = new TreeMap<>();
  private final Map<Element, Integer> seen = new HashMap<>();
  private final Deque<String> holders = new ArrayDeque<>();
  private Optional<String> mutable = Optional.empty();
  private Optional<String> open = Optional.empty();

  private ReachedTypes(Types types) {
    this.shape = new TypeShape(types, this);
  }

  /** All types that can be reached from this one. */
  static ReachedTypes from(TypeMirror root, Types types) {
    ReachedTypes reached = new ReachedTypes(types);
    reached.reach(root);
    return reached;
  }

  /** A text for each type's own shape, by the type's source text. */
  SortedMap<String, String> shapes() {
    return shapes;
  }

  /** The first reason why the value can be changed. */
  Optional<String> mutable() {
    return mutable;
  }

  /** The first reason why the set is not closed. */
  Optional<String> open() {
    return open;
  }

  /** Reaches the type of a member, which is named where it is a reason for something. */
  String reach(String member, TypeMirror type) {
    holders.push(member);
    String name = reach(type);
    holders.pop();
    return name;
  }

  /** Reaches a type and gives the name under which others refer to it. */
  String reach(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> array((ArrayType) type);
      case TYPEVAR -> reach(((TypeVariable) type).getUpperBound());
      case WILDCARD -> wildcard((WildcardType) type);
      case INTERSECTION -> reach(((IntersectionType) type).getBounds().get(0));
      case DECLARED -> declared((DeclaredType) type);
      default -> TypeText.of(type);
    };
  }

  private String array(ArrayType type) {
    mutable(type, "can be changed");
    return reach(type.getComponentType()) + "[]";
  }

  private String wildcard(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return reach(type.getExtendsBound());
    }
    open(type, "can be anything");
    return "?";
  }

  private String declared(DeclaredType type) {
    String name = TypeText.of(type);
    if (shapes.containsKey(name) || seen.merge(type.asElement(), 1, Integer::sum) > SAME_CLASS) {
      return name;
    }
    shapes.put(name, "");
    shapes.put(name, shape.of(type));
    return name;
  }

  /** States a reason why the value can be changed: what is true of a type where it is reached. */
  void mutable(TypeMirror type, String reason) {
    mutable = mutable.isPresent() ? mutable : Optional.of(reason(type, reason));
  }

  /** States that a member can be set. */
  void settable(String member) {
    mutable = mutable.isPresent() ? mutable : Optional.of(member + " can be set");
  }

  /** States a reason why the set is not closed: what is true of a type where it is reached. */
  void open(TypeMirror type, String reason) {
    open = open.isPresent() ? open : Optional.of(reason(type, reason));
  }

  private String reason(TypeMirror type, String reason) {
    return holders.isEmpty()
        ? TypeText.of(type) + " " + reason
        : holders.peek() + " holds " + TypeText.of(type) + ", which " + reason;
  }
}
