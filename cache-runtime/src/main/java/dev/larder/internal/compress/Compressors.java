package dev.larder.internal.compress;

import dev.larder.spi.Compressor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compressors that are at hand, by what envelopes call them. Immutable. */
public final class Compressors {
  private static final Logger LOGGER = LoggerFactory.getLogger(Compressors.class);

  private final Map<Byte, Compressor> byId;

  private Compressors(Map<Byte, Compressor> byId) {
    this.byId = Map.copyOf(byId);
  }

  /**
   * Larder's own, and those that the class path of this thread provides. One that cannot be made is
   * told of, and ends the search.
   *
   * @throws IllegalStateException if two have one id or one name, or one has no proper id
   */
  public static Compressors found() {
    Map<Byte, Compressor> found = new LinkedHashMap<>();
    // Not only as a service: a thread may have a class loader that does not see ours.
    add(found, new ZlibCompressor());
    try {
      ServiceLoader.load(Compressor.class).forEach(each -> add(found, each));
    } catch (ServiceConfigurationError e) {
      LOGGER.warn("a compressor cannot be used, nor those that stand behind it", e);
    }
    return new Compressors(found);
  }

  /** These and another. */
  public Compressors with(Compressor other) {
    Map<Byte, Compressor> more = new LinkedHashMap<>(byId);
    add(more, other);
    return new Compressors(more);
  }

  private static void add(Map<Byte, Compressor> found, Compressor compressor) {
    if (compressor.id() < 1) {
      throw new IllegalStateException(
          "the compressor " + compressor.name() + " has the id " + compressor.id() + ", below 1");
    }
    for (Compressor each : found.values()) {
      boolean sameId = each.id() == compressor.id();
      if (sameId != each.name().equals(compressor.name())) {
        throw new IllegalStateException(
            "two compressors share "
                + (sameId ? "an id: " : "a name: ")
                + each.name()
                + " ("
                + each.id()
                + ") and "
                + compressor.name()
                + " ("
                + compressor.id()
                + ")");
      }
    }
    found.put(compressor.id(), compressor);
  }

  /** The compressor of an id; null if there is none. */
  public @Nullable Compressor withId(byte id) {
    return byId.get(id);
  }

  /**
   * The compressor of a name.
   *
   * @throws IllegalArgumentException if there is none; the text names those that there are
   */
  public Compressor named(String name) {
    return byId.values().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no compressor \"" + name + "\"; there are: " + names()));
  }

  private String names() {
    return byId.values().stream().map(Compressor::name).sorted().collect(Collectors.joining(", "));
  }
}
