package dev.larder;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks what a {@link ServiceLoader} finds. A provider that cannot be made is told of, and does not
 * hide the others.
 *
 * @param <T> what is provided
 */
final class Services<T> implements Iterator<Optional<T>> {
  private final Iterator<ServiceLoader.Provider<T>> providers;
  private final List<Throwable> faults = new ArrayList<>();
  private final Consumer<Throwable> told;

  /**
   * What a class loader has.
   *
   * @param told is told of those that cannot be made
   */
  Services(Class<T> service, @Nullable ClassLoader loader, Consumer<Throwable> told) {
    this.providers = ServiceLoader.load(service, loader).stream().iterator();
    this.told = told;
  }

  /** Looking for the next one reads and links what the files name, and can fail as well. */
  @Override
  public boolean hasNext() {
    Optional<Boolean> answer = attempt(providers::hasNext);
    while (answer.isEmpty() && !isAtAStandstill()) {
      answer = attempt(providers::hasNext);
    }
    return answer.orElse(false);
  }

  /** A class loader that gives no files at all fails the same way each time. */
  private boolean isAtAStandstill() {
    List<String> last =
        faults.subList(Math.max(0, faults.size() - 2), faults.size()).stream()
            .map(each -> String.valueOf(each.getMessage()))
            .toList();
    return last.size() == 2 && last.get(0).equals(last.get(1));
  }

  /** The next one; empty if it cannot be made. */
  @Override
  public Optional<T> next() {
    return attempt(() -> providers.next().get());
  }

  /** Why some could not be made. */
  List<Throwable> faults() {
    return faults;
  }

  /** All that can be made. */
  List<T> all() {
    List<T> all = new ArrayList<>();
    while (hasNext()) {
      next().ifPresent(all::add);
    }
    return all;
  }

  private <A> Optional<A> attempt(Supplier<A> step) {
    try {
      return Optional.of(step.get());
    } catch (ServiceConfigurationError | LinkageError e) {
      faults.add(e);
      told.accept(e);
      return Optional.empty();
    }
  }
}
