package dev.larder.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a read, in seconds; empty where neither the annotation nor the type's defaults
 * state one.
 */
public record SettingsModel(
    Optional<Long> ttl,
    Optional<Long> localTtl,
    Optional<Long> nullTtl,
    Optional<Double> jitter,
    Optional<Long> refreshAfter,
    Optional<Long> staleTtl,
    boolean localCopy) {

  /** These settings, and where one is not stated, that of others. */
  SettingsModel or(SettingsModel others) {
    return new SettingsModel(
        ttl.or(others::ttl),
        localTtl.or(others::localTtl),
        nullTtl.or(others::nullTtl),
        jitter.or(others::jitter),
        refreshAfter.or(others::refreshAfter),
        staleTtl.or(others::staleTtl),
        localCopy || others.localCopy);
  }

  /** Those that are stated, as {@code name=value}, sorted. */
  public List<String> stated() {
    List<String> stated = new ArrayList<>();
    jitter.ifPresent(share -> stated.add("jitter=" + share));
    if (localCopy) {
      stated.add("localCopy=true");
    }
    localTtl.ifPresent(seconds -> stated.add("localTtl=" + seconds));
    nullTtl.ifPresent(seconds -> stated.add("nullTtl=" + seconds));
    refreshAfter.ifPresent(seconds -> stated.add("refreshAfter=" + seconds));
    staleTtl.ifPresent(seconds -> stated.add("staleTtl=" + seconds));
    ttl.ifPresent(seconds -> stated.add("ttl=" + seconds));
    return List.copyOf(stated);
  }
}
