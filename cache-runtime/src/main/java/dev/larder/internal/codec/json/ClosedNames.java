package dev.larder.internal.codec.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a user's annotations have JSON name classes in full, the names of the set are looked up,
 * and no others.
 */
final class ClosedNames extends PolymorphicTypeValidator.Base {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> names;

  ClosedNames(Set<Class<?>> classes) {
    this.names = classes.stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Validity validateSubClassName(
      MapperConfig<?> config, JavaType declared, String subClassName) {
    return names.contains(subClassName) ? Validity.ALLOWED : Validity.DENIED;
  }
}
