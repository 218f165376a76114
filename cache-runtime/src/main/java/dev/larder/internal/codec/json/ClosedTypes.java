package dev.larder.internal.codec.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a declared type leaves open which class of the set a value is of, its JSON says so in a
 * property {@code @type}: by the simple name, or by the full one where two share a simple one. What
 * the annotations of a user's own class say of this goes before.
 */
final class ClosedTypes extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private static final JsonTypeInfo.Value BY_NAME =
      JsonTypeInfo.Value.from(ByName.class.getAnnotation(JsonTypeInfo.class));

  /** Carries the annotation: its values are made in other ways by other versions of Jackson. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
  private interface ByName {}

  private final transient Set<Class<?>> classes;
  private final transient Map<String, Long> simpleNames;

  ClosedTypes(Set<Class<?>> classes) {
    this.classes = Set.copyOf(classes);
    this.simpleNames =
        classes.stream()
            .map(Class::getSimpleName)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    JsonTypeInfo.Value stated = super.findPolymorphicTypeInfo(config, annotated);
    if (stated != null || !(annotated instanceof AnnotatedClass) || !isOpen(annotated)) {
      return stated;
    }
    return BY_NAME;
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
    List<NamedType> stated = super.findSubtypes(annotated);
    if (stated != null || !(annotated instanceof AnnotatedClass) || !isOpen(annotated)) {
      return stated;
    }
    return classes.stream()
        .filter(each -> annotated.getRawType().isAssignableFrom(each) && isMade(each))
        .sorted(Comparator.comparing(Class::getName))
        .map(each -> new NamedType(each, nameOf(each)))
        .toList();
  }

  /** Whether a value that is declared so may be of several classes. */
  private boolean isOpen(Annotated annotated) {
    Class<?> declared = annotated.getRawType();
    return isNamed(declared)
        && classes.stream().anyMatch(each -> each != declared && declared.isAssignableFrom(each));
  }

  /**
   * Jackson knows by itself how to write containers, enums, and the JDK's own classes, some of
   * which have subclasses that nobody sees, such as those of {@code ZoneId}.
   */
  private static boolean isNamed(Class<?> declared) {
    if (declared.isEnum()
        || declared.isArray()
        || Collection.class.isAssignableFrom(declared)
        || Map.class.isAssignableFrom(declared)) {
      return false;
    }
    boolean isOfJdk = declared.getName().startsWith("java.");
    return !isOfJdk
        || declared.isInterface()
        || declared == Object.class
        || declared == Number.class
        || declared == Record.class;
  }

  private static boolean isMade(Class<?> type) {
    return !type.isInterface() && !(Modifier.isAbstract(type.getModifiers()) && !type.isEnum());
  }

  private String nameOf(Class<?> type) {
    String simple = type.getSimpleName();
    return simpleNames.getOrDefault(simple, 0L) == 1 ? simple : type.getName();
  }
}
