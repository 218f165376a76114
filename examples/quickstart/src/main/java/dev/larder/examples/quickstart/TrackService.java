package dev.larder.examples.quickstart;

import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.Cached;
import java.sql.SQLException;

/** What a music shop asks of its catalogue. */
// region service
public interface TrackService {
  @Cached(name = "tracks", ttl = 300, include = "id")
  Track find(int id, String requestId) throws SQLException;

  @Cached(name = "bundles", ttl = 60)
  Bundle bundle(String genre, String artist, int maximumSeconds) throws SQLException;

  @CacheEvict(name = "tracks", include = "track.id")
  @CacheEvict(name = "bundles", allEntries = true)
  void save(Track track) throws SQLException;

  @CacheEvict(name = "tracks", allEntries = true)
  @CacheEvict(name = "bundles", allEntries = true)
  void reload() throws SQLException;
}
// endregion
