package dev.larder.examples.guide.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheStats;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the guide says of counters and of caches by name. */
class StatsTest {
  private static final Station STATION = new Station(7, "Bergen");

  private final CacheManager caches = CacheManager.builder().keyPrefix("weather").build();
  private final Stations stations = new Stations();
  private final WeatherService weather = new CachedWeatherService(caches, stations);

  @AfterEach
  void close() {
    caches.close();
  }

  @Test
  void countsHitsMissesAndLoads() throws IOException {
    weather.station(7, "a");
    weather.station(7, "b");
    weather.station(8, "c");
    // region stats
    CacheStats stats = caches.stats().get("stations");
    // endregion

    assertThat(stats.localHits()).isEqualTo(1);
    assertThat(stats.distributedHits()).isZero();
    assertThat(stats.misses()).isEqualTo(2);
    assertThat(stats.loads()).isEqualTo(2);
    assertThat(stats.loadFailures()).isZero();
    assertThat(stats.size()).isEqualTo(2);
    assertThat(stats.hitRatio()).isEqualTo(1.0 / 3);
  }

  @Test
  void countsALoadThatThrewAsAFailure() {
    stations.failure = new IOException("no line");

    assertThatThrownBy(() -> weather.station(7, "a")).isSameAs(stations.failure);
    assertThat(caches.stats().get("stations").loadFailures()).isEqualTo(1);
    assertThat(caches.stats().get("stations").loads()).isZero();
  }

  @Test
  void aCacheThatNobodyReadHasTheHitRatioOne() {
    assertThat(caches.stats().get("temperatures").hitRatio()).isEqualTo(1);
  }

  @Test
  void showsAKeyAndEvictsItByHand() throws IOException {
    weather.temperature("Bergen", 12);
    // region byName
    Cache<Object, Object> temperatures = caches.cache("temperatures");
    Object key = KeyShape.composite(PartTypes.STRING, PartTypes.INT).key("Bergen", 12);
    String text = temperatures.keyText(key); // "weather:1:temperatures:Bergen:12"
    temperatures.evict(key);
    // endregion

    assertThat(text).isEqualTo("weather:1:temperatures:Bergen:12");
    assertThat(temperatures.contains(key)).isFalse();
  }

  /** Stations that answer, unless they are told to fail. */
  private static final class Stations implements WeatherService {
    IOException failure;

    @Override
    public Station station(long id, String traceId) throws IOException {
      if (failure != null) {
        throw failure;
      }
      return new Station(id, STATION.city());
    }

    @Override
    public double temperature(String city, int hour) {
      return hour / 2.0;
    }

    @Override
    public void move(Station station) {}
  }
}
