package dev.larder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The factories that a class loader knows, for one search. One that cannot be made is told of, and
 * does not hide the others.
 */
final class DecoratorFactories {
  private static final Logger LOGGER = LoggerFactory.getLogger(DecoratorFactories.class);

  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  private final Services<DecoratorFactory> factories;

  DecoratorFactories(@Nullable ClassLoader loader) {
    this.factories =
        new Services<>(
            DecoratorFactory.class,
            loader,
            fault ->
                LOGGER.warn(
                    "a factory of decorators cannot be used; others are looked for", fault));
  }

  /**
   * The factory of a type's decorator.
   *
   * @throws CacheConfigurationException if there is none; it names those that could not be made
   */
  <T> DecoratorFactory<T> of(Class<T> type) {
    while (factories.hasNext()) {
      DecoratorFactory<?> factory = factories.next().orElse(null);
      if (factory != null && factory.type() == type) {
        return cast(factory);
      }
    }
    throw notFound(type);
  }

  private CacheConfigurationException notFound(Class<?> type) {
    StringBuilder message = new StringBuilder("no decorator of ").append(type.getName());
    message.append(
        " was found: has the annotation processor run when it was compiled (from JDK 23 on, only"
            + " one on the processor path does), and does a named module provide its factory?");
    List<Throwable> faults = factories.faults();
    faults.forEach(each -> message.append(" Not usable: ").append(each.getMessage()));
    return new CacheConfigurationException(
        message.toString(), faults.isEmpty() ? null : faults.get(0));
  }

  @SuppressWarnings("unchecked") // a factory's type is what it decorates
  private static <T> DecoratorFactory<T> cast(DecoratorFactory<?> factory) {
    return (DecoratorFactory<T>) factory;
  }
}
