package dev.larder;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
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
  private final Iterator<ServiceLoader.Provider<DecoratorFactory>> providers;

  private final List<ServiceConfigurationError> faults = new ArrayList<>();

  DecoratorFactories(@Nullable ClassLoader loader) {
    this.providers = ServiceLoader.load(DecoratorFactory.class, loader).stream().iterator();
  }

  /**
   * The factory of a type's decorator.
   *
   * @throws CacheConfigurationException if there is none; it names those that could not be made
   */
  <T> DecoratorFactory<T> of(Class<T> type) {
    while (hasNext()) {
      DecoratorFactory<?> factory = attempt(() -> providers.next().get());
      if (factory != null && factory.type() == type) {
        return cast(factory);
      }
    }
    throw notFound(type);
  }

  /** Looking for the next one reads and links what the files name, and can fail as well. */
  private boolean hasNext() {
    Boolean answer = attempt(providers::hasNext);
    while (answer == null && !isAtAStandstill()) {
      answer = attempt(providers::hasNext);
    }
    return Boolean.TRUE.equals(answer);
  }

  /** A class loader that gives no files at all fails the same way each time. */
  private boolean isAtAStandstill() {
    List<String> last =
        faults.subList(Math.max(0, faults.size() - 2), faults.size()).stream()
            .map(each -> String.valueOf(each.getMessage()))
            .toList();
    return last.size() == 2 && last.get(0).equals(last.get(1));
  }

  private <T> @Nullable T attempt(Supplier<T> step) {
    try {
      return step.get();
    } catch (ServiceConfigurationError e) {
      LOGGER.warn("a factory of decorators cannot be used; others are looked for", e);
      faults.add(e);
      return null;
    }
  }

  private CacheConfigurationException notFound(Class<?> type) {
    StringBuilder message = new StringBuilder("no decorator of ").append(type.getName());
    message.append(
        " was found: has the annotation processor run when it was compiled (from JDK 23 on, only"
            + " one on the processor path does), and does a named module provide its factory?");
    faults.forEach(each -> message.append(" Not usable: ").append(each.getMessage()));
    return new CacheConfigurationException(
        message.toString(), faults.isEmpty() ? null : faults.get(0));
  }

  @SuppressWarnings("unchecked") // a factory's type is what it decorates
  private static <T> DecoratorFactory<T> cast(DecoratorFactory<?> factory) {
    return (DecoratorFactory<T>) factory;
  }
}
