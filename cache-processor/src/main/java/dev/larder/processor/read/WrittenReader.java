package dev.larder.processor.read;

import static java.util.stream.Collectors.toUnmodifiableList;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.StoredModel;
import dev.larder.processor.model.Written;
import dev.larder.processor.model.WrittenClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads how the values of a type are written: each type once, what cannot be is a doubt. */
final class WrittenReader {
  private static final int DEEPEST_ARGUMENTS = 10;
  private static final String INSTEAD = "hold what it is made of";

  private final Lookup lookup;
  private final Types types;
  private final Access access;
  private final ClosedTypes closed;
  private final ConcreteTypes concrete;
  private final StateReader states;
  private final Doubts doubts;
  private final Map<String, Optional<WrittenClass>> classes = new LinkedHashMap<>();
  private final Map<String, TypeMirror> reached = new LinkedHashMap<>();

  WrittenReader(Lookup lookup, ParameterNames names, CacheTypes named, Doubts doubts) {
    this.lookup = lookup;
    this.types = lookup.types();
    this.access = new Access(MoreElements.getPackage(lookup.from()));
    this.closed = new ClosedTypes(types, lookup.elements());
    this.concrete = new ConcreteTypes(named, closed);
    this.doubts = doubts;
    this.states = new StateReader(lookup, names, access, this, doubts);
  }

  /** How values of the type are written; of use only if no doubt came up. */
  StoredModel read(TypeMirror type) {
    TypeMirror plain = closed.of(type);
    Written root = ofClosed(plain);
    List<WrittenClass> found =
        classes.values().stream().flatMap(Optional::stream).collect(toUnmodifiableList());
    return new StoredModel(plain, root, Circles.marked(found), List.copyOf(reached.values()));
  }

  /** How values of a member's type are written. */
  Written written(String member, TypeMirror type) {
    doubts.enter(member);
    Written written = written(type);
    doubts.leave();
    return written;
  }

  private Written written(TypeMirror type) {
    TypeMirror plain = closed.of(type);
    Written written = ofClosed(plain);
    return written instanceof Written.Constant || types.isSameType(plain, type)
        ? written
        : new Written.As(type, written);
  }

  private Written ofClosed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return new Written.Primitive(type);
    }
    reached.putIfAbsent(TypeText.of(type), type);
    if (type instanceof ArrayType array) {
      return ofArray(array);
    }
    return type.getKind() == TypeKind.DECLARED
        ? ofDeclared((DeclaredType) type)
        : unwritable(type, "cannot be written", INSTEAD);
  }

  private Written ofArray(ArrayType array) {
    TypeMirror element = array.getComponentType();
    return element.getKind().isPrimitive()
        ? new Written.Constant(array, element.getKind().name() + "S")
        : new Written.ArrayOf(array, ofClosed(element));
  }

  private Written ofDeclared(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    Optional<Written> known = known(type, element);
    if (known.isPresent()) {
      return known.get();
    }
    if (!access.reaches(element)) {
      return unwritable(type, "cannot be named in " + access.where(), "widen its access");
    }
    if (element.getKind() == ElementKind.ENUM) {
      return new Written.Named(type);
    }
    List<DeclaredType> several = concrete.of(type);
    if (several.isEmpty()) {
      doubts.open(type, openness(element));
      return new Written.Constant(type, "");
    }
    boolean isItself = several.size() == 1 && types.isSameType(several.get(0), type);
    return isItself ? ofClass(type, element) : oneOf(type, several);
  }

  private static String openness(TypeElement element) {
    if (element.getQualifiedName().contentEquals("java.lang.Object")) {
      return "can be anything";
    }
    String verb = element.getKind().isInterface() ? "implements" : "extends";
    return "can be of any class that " + verb + " it";
  }

  private Optional<Written> known(DeclaredType type, TypeElement element) {
    return KnownWriters.constant(element)
        .<Written>map(name -> new Written.Constant(type, name))
        .or(
            () ->
                KnownWriters.converted(element)
                    .map(way -> new Written.Converted(type, way[0], way[1], way[2])))
        .or(
            () ->
                KnownWriters.composed(element)
                    .map(factory -> new Written.Composed(type, factory, parts(type))))
        .or(
            () ->
                KnownWriters.filled(element)
                    .map(factory -> new Written.Filled(type, factory, false, parts(type))))
        .or(
            () ->
                KnownWriters.filledOfEnum(element)
                    .map(factory -> new Written.Filled(type, factory, true, parts(type))))
        .or(
            () ->
                KnownWriters.copied(element)
                    .map(factory -> new Written.Copied(type, factory, parts(type))))
        .or(() -> collectionInstead(type, element));
  }

  private Optional<Written> collectionInstead(DeclaredType type, TypeElement element) {
    if (!KnownWriters.isCollectionInstead(element)) {
      return Optional.empty();
    }
    TypeMirror argument = type.getTypeArguments().get(0);
    DeclaredType collection =
        types.getDeclaredType(lookup.elements().getTypeElement("java.util.Collection"), argument);
    return Optional.of(new Written.As(type, ofClosed(collection)));
  }

  private List<Written> parts(DeclaredType type) {
    return type.getTypeArguments().stream().map(this::ofClosed).collect(toUnmodifiableList());
  }

  private Written oneOf(DeclaredType type, List<DeclaredType> several) {
    List<Written.Choice> choices = new ArrayList<>();
    for (DeclaredType one : several) {
      Written written = ofChoice(one);
      String name = lookup.elements().getBinaryName(MoreTypes.asTypeElement(one)).toString();
      choices.add(
          new Written.Choice(
              MoreTypes.asTypeElement(one), (int) (Fingerprint.of(name) >>> 32), written));
    }
    return new Written.OneOf(type, choices);
  }

  /** Not again as one of several, as a class would be that has subclasses. */
  private Written ofChoice(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (known(type, element).isPresent() || element.getKind() == ElementKind.ENUM) {
      return ofClosed(type);
    }
    reached.putIfAbsent(TypeText.of(type), type);
    return access.reaches(element)
        ? ofClass(type, element)
        : unwritable(type, "cannot be named in " + access.where(), "widen its access");
  }

  private Written ofClass(DeclaredType type, TypeElement element) {
    String key = TypeText.of(type);
    if (isInner(element)) {
      return unwritable(type, "is an inner class", "make it static");
    }
    if (isPlatforms(element)) {
      return unwritable(type, "is none of the platform's types that can be written", INSTEAD);
    }
    if (depth(type) > DEEPEST_ARGUMENTS) {
      return unwritable(type, "holds itself with ever longer arguments", INSTEAD);
    }
    if (classes.putIfAbsent(key, Optional.empty()) == null) {
      classes.put(key, Optional.of(states.of(type, key)));
    }
    return new Written.Own(type, key);
  }

  Written unwritable(TypeMirror type, String reason, String mend) {
    doubts.unwritable(type, reason, mend);
    return new Written.Constant(type, "");
  }

  static boolean isPlatforms(TypeElement element) {
    String home = MoreElements.getPackage(element).getQualifiedName().toString();
    return home.startsWith("java.") || home.startsWith("javax.");
  }

  private static boolean isInner(TypeElement element) {
    return element.getNestingKind().isNested()
        && !element.getModifiers().contains(Modifier.STATIC)
        && element.getKind() == ElementKind.CLASS;
  }

  private static int depth(TypeMirror type) {
    return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
        ? 1 + declared.getTypeArguments().stream().mapToInt(WrittenReader::depth).max().orElse(0)
        : 0;
  }
}
