package dev.larder.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.CacheManager;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the cached service does with exceptions of the service's own. */
class FailingDatabaseTest {
  private static final Track TRACK = new Track(1, "Overture", new BigDecimal("0.99"));

  private final CacheManager caches = CacheManager.builder().build();
  private final FailingTracks failing = new FailingTracks();
  private final TrackService tracks = new CachedTrackService(caches, failing);

  @AfterEach
  void close() {
    caches.close();
  }

  @Test
  void theExceptionOfTheServiceReachesTheCallerAsItIs() {
    failing.failure = new SQLException("gone");

    assertThat(catchThrowable(() -> tracks.find(1, "anna"))).isSameAs(failing.failure);
  }

  @Test
  void aFailureIsNotKept() throws SQLException {
    failing.failure = new SQLException("gone");
    catchThrowable(() -> tracks.find(1, "anna"));
    failing.failure = null;

    assertThat(tracks.find(1, "anna")).isEqualTo(TRACK);
    assertThat(caches.stats().get("tracks").loadFailures()).isEqualTo(1);
  }

  @Test
  void aSaveThatFailsEvictsNothing() throws SQLException {
    tracks.find(1, "anna");
    failing.failure = new SQLException("gone");

    assertThatThrownBy(() -> tracks.save(TRACK.at("1.49"))).isSameAs(failing.failure);
    assertThat(tracks.find(1, "anna")).isEqualTo(TRACK);
  }

  @Test
  void aTrackThatDoesNotExistIsAskedForEachTime() throws SQLException {
    try (var connection = Chinook.open()) {
      DatabaseTracks database = new DatabaseTracks(connection);
      TrackService cached = caches.decorate(TrackService.class, database);

      assertThatThrownBy(() -> cached.find(-1, "anna")).isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> cached.find(-1, "anna")).hasMessage("no track -1");
      assertThat(database.statements()).isEqualTo(2);
    }
  }

  /** A catalogue of one track that fails on demand. */
  private static final class FailingTracks implements TrackService {
    SQLException failure;

    @Override
    public Track find(int id, String requestId) throws SQLException {
      failIfAsked();
      return TRACK;
    }

    @Override
    public Bundle bundle(String genre, String artist, int maximumSeconds) throws SQLException {
      failIfAsked();
      return new Bundle(1, TRACK.price());
    }

    @Override
    public void save(Track track) throws SQLException {
      failIfAsked();
    }

    @Override
    public void reload() throws SQLException {
      failIfAsked();
    }

    private void failIfAsked() throws SQLException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
