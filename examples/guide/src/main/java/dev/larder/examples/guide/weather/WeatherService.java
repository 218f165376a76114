package dev.larder.examples.guide.weather;

import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.Cached;
import java.io.IOException;

/** Asks weather stations. */
// region service
public interface WeatherService {
  @Cached(name = "stations", ttl = 3600, include = "id")
  Station station(long id, String traceId) throws IOException;

  @Cached(name = "temperatures", ttl = 60)
  double temperature(String city, int hour) throws IOException;

  @CacheEvict(name = "stations", include = "station.id")
  void move(Station station) throws IOException;
}
// endregion
