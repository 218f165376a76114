package dev.larder;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When entries are loaded anew while there is an older value: what one level of configuration
 * states; null where it states nothing.
 *
 * @param refreshAfter the age from which on a hit starts a load in the background; zero: none does
 * @param staleTtl for how long past its time to live a value is served when its loader fails; zero:
 *     not at all
 * @param loadTimeout after which a slow loader's caller gets the stale value; zero: none gets it
 * @param earlyRefresh how eagerly hits near an entry's end load it anew, the beta of Vattani et
 *     al., <i>Optimal Probabilistic Cache Stampede Prevention</i> (VLDB 2015); zero: not at all
 */
record StaleSettings(
    @Nullable Duration refreshAfter,
    @Nullable Duration staleTtl,
    @Nullable Duration loadTimeout,
    @Nullable Double earlyRefresh) {
  static final StaleSettings NONE = new StaleSettings(null, null, null, null);

  /** What holds when nobody states anything. */
  static final StaleSettings BUILT_IN =
      new StaleSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0.0);

  StaleSettings withRefreshAfter(Duration value) {
    CacheSettings.requireDuration("refreshAfter", value);
    return new StaleSettings(value, staleTtl, loadTimeout, earlyRefresh);
  }

  StaleSettings withStaleTtl(Duration value) {
    CacheSettings.requireDuration("staleTtl", value);
    return new StaleSettings(refreshAfter, value, loadTimeout, earlyRefresh);
  }

  StaleSettings withLoadTimeout(Duration value) {
    Duration timeout = CacheSettings.requireDuration("loadTimeout", value);
    return new StaleSettings(refreshAfter, staleTtl, timeout, earlyRefresh);
  }

  StaleSettings withEarlyRefresh(double value) {
    if (!(value >= 0 && value <= 1_000)) {
      throw new CacheValidationException(
          "earlyRefresh is a factor from 0 to 1000, such as 1, but was " + value);
    }
    return new StaleSettings(refreshAfter, staleTtl, loadTimeout, value);
  }

  /** These settings, and where they state nothing, the other's. */
  StaleSettings orElse(StaleSettings other) {
    return new StaleSettings(
        refreshAfter != null ? refreshAfter : other.refreshAfter,
        staleTtl != null ? staleTtl : other.staleTtl,
        loadTimeout != null ? loadTimeout : other.loadTimeout,
        earlyRefresh != null ? earlyRefresh : other.earlyRefresh);
  }

  /** Adds what is stated, by names. */
  void addTo(Map<String, @Nullable Object> stated) {
    stated.put("refreshAfter", refreshAfter);
    stated.put("staleTtl", staleTtl);
    stated.put("loadTimeout", loadTimeout);
    stated.put("earlyRefresh", earlyRefresh);
  }
}
