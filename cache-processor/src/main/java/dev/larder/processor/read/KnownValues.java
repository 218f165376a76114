package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/**
 * Types of the platform, and of Guava's immutable collections, that are known by name: their fields
 * are not walked, because a compiler need not show them.
 */
enum KnownValues {
  /** Neither it nor what it holds, apart from its type arguments, can be changed. */
  IMMUTABLE,
  /** It can be changed. */
  MUTABLE,
  /** An interface of collections that can be changed and of others that cannot. */
  UNKNOWN;

  private static final Set<String> IMMUTABLES =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Character",
          "java.lang.Class",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.math.MathContext",
          "java.util.UUID",
          "java.util.Locale",
          "java.util.Currency",
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble",
          "java.util.regex.Pattern",
          "java.net.URI",
          "java.net.URL",
          "java.net.InetAddress",
          "java.net.Inet4Address",
          "java.net.Inet6Address",
          "java.nio.file.Path",
          "java.nio.charset.Charset",
          "java.io.File");

  /** What {@code List.copyOf} and its like give. A queue that cannot be changed is none. */
  private static final Set<String> MAYBE_UNMODIFIABLE =
      Set.of(
          "java.lang.CharSequence",
          "java.lang.Iterable",
          "java.util.Collection",
          "java.util.SequencedCollection",
          "java.util.List",
          "java.util.Set",
          "java.util.SequencedSet",
          "java.util.SortedSet",
          "java.util.NavigableSet",
          "java.util.Map",
          "java.util.Map.Entry",
          "java.util.SequencedMap",
          "java.util.SortedMap",
          "java.util.NavigableMap");

  /** Interfaces of the platform whose implementations are many, but known or of no account. */
  private static final Set<Class<?>> COLLECTIONS =
      Set.of(Iterable.class, Map.class, Map.Entry.class, CharSequence.class);

  /** What is known of a type; empty, if it is to be walked. */
  static Optional<KnownValues> of(DeclaredType type, Types types) {
    TypeElement element = MoreTypes.asTypeElement(type);
    String name = element.getQualifiedName().toString();
    String home = MoreElements.getPackage(element).getQualifiedName().toString();
    if (IMMUTABLES.contains(name) || home.startsWith("java.time") || isGuavas(home, name)) {
      return Optional.of(IMMUTABLE);
    }
    if (MAYBE_UNMODIFIABLE.contains(name)) {
      return Optional.of(UNKNOWN);
    }
    // An interface is abstract, too.
    boolean isAbstract = element.getModifiers().contains(Modifier.ABSTRACT);
    boolean isOpen = name.equals("java.lang.Object") || (isAbstract && !isCollection(type, types));
    return home.startsWith("java.") && !isOpen ? Optional.of(MUTABLE) : Optional.empty();
  }

  /** Whether what its type arguments name is part of the value. */
  boolean holdsItsArguments(DeclaredType type, Types types) {
    return !MoreTypes.isTypeOf(Class.class, type);
  }

  /** The package is not written out: as a text it would be relocated with our own Guava. */
  private static boolean isGuavas(String home, String name) {
    return home.startsWith("com.google.")
        && home.endsWith(".common.collect")
        && name.contains(".Immutable");
  }

  private static boolean isCollection(DeclaredType type, Types types) {
    return Supertypes.of(type, types)
        .anyMatch(
            above -> COLLECTIONS.stream().anyMatch(known -> MoreTypes.isTypeOf(known, above)));
  }
}
