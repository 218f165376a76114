package dev.larder;

import dev.larder.internal.config.Group;
import dev.larder.internal.config.RefusedSetting;
import dev.larder.internal.config.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreFactory;
import dev.larder.spi.StoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A store as configuration states it; opened when it is asked for, and once. */
final class StatedStore implements StoreSettings {
  private final String chain;
  private final StoreFactory factory;
  private final Group group;
  private final Settings settings;
  private @Nullable Store opened;

  StatedStore(String chain, StoreFactory factory, Group group) {
    this.chain = chain;
    this.factory = factory;
    this.group = group;
    this.settings = group.settings();
  }

  /** The store; the same one each time. */
  Store open() {
    if (opened == null) {
      opened = openNow();
    }
    return opened;
  }

  private Store openNow() {
    try {
      return factory.open(this);
    } catch (CacheException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      boolean tells = group.isRevealedBy(e);
      throw new CacheConfigurationException(
          "the store "
              + factory.type()
              + " of the chain "
              + chain
              + " cannot be opened: "
              + (tells ? e.getClass().getName() + ", whose text has a password" : e),
          tells ? null : e);
    }
  }

  /** Closes the store, if it was opened. */
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public String chain() {
    return chain;
  }

  @Override
  public Optional<String> text(String setting) {
    return read(setting, Settings::text);
  }

  @Override
  public Optional<Duration> duration(String setting) {
    return read(setting, Settings::duration);
  }

  @Override
  public OptionalInt integer(String setting) {
    Optional<Long> number = read(setting, (all, key) -> all.number(key, 0, Integer.MAX_VALUE));
    return number.map(given -> OptionalInt.of(given.intValue())).orElse(OptionalInt.empty());
  }

  @Override
  public Optional<Boolean> flag(String setting) {
    return read(setting, Settings::flag);
  }

  @Override
  public List<String> list(String setting) {
    return read(setting, Settings::list);
  }

  @Override
  public boolean outranks(String setting, String other) {
    return settings.outranks(key(setting), key(other));
  }

  @Override
  public RuntimeException refuse(String setting, String because) {
    return new CacheConfigurationException(settings.refused(key(setting), because).told());
  }

  private <T> T read(String setting, BiFunction<Settings, String, T> reader) {
    try {
      return reader.apply(settings, key(setting));
    } catch (RefusedSetting e) {
      throw new CacheConfigurationException(e.told());
    }
  }

  private String key(String setting) {
    if (!factory.settings().contains(setting)) {
      throw new IllegalArgumentException(
          factory.getClass().getName() + " has not declared a setting " + setting);
    }
    return group.key(setting);
  }

  /** Values may be passwords. */
  @Override
  public String toString() {
    return "settings of the store " + factory.type() + " of the chain " + chain;
  }
}
