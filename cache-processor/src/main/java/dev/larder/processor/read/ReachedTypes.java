package dev.larder.processor.read;

import static java.util.stream.Collectors.joining;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.Lookup;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * The types that can be reached from one, each with a text of its shape. An ordinary class that is
 * not final is taken as exactly itself; see {@code docs/decisions/0004-open-value-types.md}.
 */
final class ReachedTypes {
  /** A generic type that holds itself with ever longer arguments is followed so deep. */
  private static final int DEEPEST_ARGUMENTS = 10;

  private final DeclaredType object;
  private final ConcreteTypes concrete;
  private final TypeShape shape;
  private final Doubts doubts = new Doubts();
  private final SortedMap<String, String> shapes = new TreeMap<>();
  private final String root;

  private ReachedTypes(TypeMirror root, DeclaredType object, Types types, ConcreteTypes concrete) {
    this.object = object;
    this.concrete = concrete;
    this.shape = new TypeShape(types, concrete, this, doubts);
    this.root = reach(root);
  }

  /** All types that can be reached from this one. */
  static ReachedTypes from(TypeMirror root, Lookup lookup, CacheTypes named) {
    Types types = lookup.types();
    ClosedTypes closed = new ClosedTypes(types, lookup.elements());
    DeclaredType object =
        MoreTypes.asDeclared(lookup.elements().getTypeElement("java.lang.Object").asType());
    return new ReachedTypes(root, object, types, new ConcreteTypes(named, closed));
  }

  /** How the root is referred to: no two types share it and all their shapes. */
  String root() {
    return root;
  }

  /** A text for each type's own shape, by the type's source text. */
  SortedMap<String, String> shapes() {
    return shapes;
  }

  /** What speaks against sharing the value, and against a closed set. */
  Doubts doubts() {
    return doubts;
  }

  /** Reaches the type of a member, which is named where it is a reason for something. */
  String reach(String member, TypeMirror type) {
    doubts.enter(member);
    String name = reach(type);
    doubts.leave();
    return name;
  }

  /** Reaches a type and gives the text by which others refer to it. */
  String reach(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> array((ArrayType) type);
      case TYPEVAR -> variable((TypeVariable) type);
      case WILDCARD -> wildcard((WildcardType) type);
      case INTERSECTION ->
          ((IntersectionType) type).getBounds().stream().map(this::reach).collect(joining(" & "));
      case DECLARED -> declared((DeclaredType) type);
      default -> TypeText.of(type);
    };
  }

  private String array(ArrayType type) {
    doubts.mutable(type, "can be changed");
    return reach(type.getComponentType()) + "[]";
  }

  private String variable(TypeVariable type) {
    if (!isFinal(type.getUpperBound())) {
      doubts.unsure();
    }
    return TypeText.of(type) + " extends " + reach(type.getUpperBound());
  }

  private static boolean isFinal(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement().getModifiers().contains(Modifier.FINAL);
  }

  private String wildcard(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return "? extends " + reach(type.getExtendsBound());
    }
    return concrete.below(object).isEmpty() ? anything(type) : TypeText.of(type) + reach(object);
  }

  private String anything(WildcardType type) {
    doubts.open(type, "can be anything");
    return TypeText.of(type);
  }

  private String declared(DeclaredType type) {
    String name = TypeText.of(type);
    if (shapes.putIfAbsent(name, "") == null) {
      if (depth(type) > DEEPEST_ARGUMENTS) {
        type.getTypeArguments().forEach(this::reach);
      } else {
        shapes.put(name, shape.of(type));
      }
    }
    return name;
  }

  private static int depth(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? 1 + deepest(((DeclaredType) type).getTypeArguments())
        : 0;
  }

  private static int deepest(List<? extends TypeMirror> types) {
    return types.stream().mapToInt(ReachedTypes::depth).max().orElse(0);
  }
}
