package dev.larder.examples.quickstart;

import dev.larder.CacheManager;
import dev.larder.CacheStats;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.StoreHealth;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A music shop looks things up in its catalogue: what comes from the database, what from the cache,
 * and what makes the cache forget.
 */
public final class Quickstart {
  private static final int LOOK_UPS = 100_000;

  private final CacheManager caches;
  private final Connection connection;
  private final DatabaseTracks database;
  private final TrackService tracks;
  private final Transcript transcript;

  private Quickstart(
      CacheManager caches, Connection connection, DatabaseTracks database, TrackService tracks) {
    this.caches = caches;
    this.connection = connection;
    this.database = database;
    this.tracks = tracks;
    this.transcript = new Transcript(System.out, database::statements, this::distributedHits);
  }

  /** Runs it; it ends by itself. */
  public static void main(String[] args) throws SQLException {
    // region use
    try (Connection connection = Chinook.open();
        CacheManager caches = CacheManager.configured().keyPrefix("shop").build()) {
      DatabaseTracks database = new DatabaseTracks(connection);
      TrackService tracks = new CachedTrackService(caches, database);
      new Quickstart(caches, connection, database, tracks).run();
    }
    // endregion
  }

  /** How often a server answered so far. */
  private long distributedHits() {
    return caches.stats().values().stream().mapToLong(CacheStats::distributedHits).sum();
  }

  private void run() throws SQLException {
    System.out.println(
        """
        A music shop over an H2 database with 3,503 tracks, its look-ups cached by Larder.
        The data is the Chinook database by Luis Rocha (MIT licence), from the Maven artifact
        net.hydromatic:chinook-data-hsqldb.""");
    tellOfTheServer();
    lookUpByKey();
    query();
    save();
    fail();
    reload();
    decorate();
    manyLookUps();
    generatedClass();
  }

  /** With REDIS_URL or MEMCACHED_SERVERS set, the default chain has a server behind its heap. */
  private void tellOfTheServer() {
    for (StoreHealth health : caches.health()) {
      if (health.chain().equals("default")) {
        System.out.printf(
            "%nBehind the local tier is a distributed one, %s, which %s.%n",
            health.store(), health.isUp() ? "other runs share" : "does not answer");
      }
    }
  }

  private void lookUpByKey() throws SQLException {
    transcript.step(
        "Look up by key",
        """
        find(int id, String requestId) is cached by its id. The first call asks the database;
        whoever asks next is answered from the local tier, which is in the heap. (What runs for the
        first time is slow because its classes are loaded.)""");
    // region calls
    transcript.call("find(2, \"anna\")", () -> tracks.find(2, "anna"));
    transcript.call("find(2, \"bert\")", () -> tracks.find(2, "bert"));
    // endregion
    transcript.call("find(3, \"bert\")", () -> tracks.find(3, "bert"));
    transcript.say("The first one's key: %s", caches.cache("tracks").keyText(2));
  }

  private void query() throws SQLException {
    transcript.step(
        "Query by several parameters",
        """
        What do all tracks of a genre and an artist cost that are not too long? Without include,
        all parameters are the key.""");
    transcript.call("bundle(\"Rock\", \"Accept\", 300)", () -> accept(300));
    transcript.call("bundle(\"Rock\", \"Accept\", 300)", () -> accept(300));
    transcript.call("bundle(\"Rock\", \"Accept\", 600)", () -> accept(600));
    Object key =
        KeyShape.composite(PartTypes.STRING, PartTypes.STRING, PartTypes.INT)
            .key("Rock", "Accept", 300);
    transcript.say("The first one's key: %s", caches.cache("bundles").keyText(key));
  }

  private void save() throws SQLException {
    transcript.step(
        "Save, which evicts",
        """
        save(Track track) evicts the track by track.id, and clears the bundles, whose prices it
        may have changed. Track 3 stays.""");
    Track track = tracks.find(2, "anna");
    transcript.call("save(track 2 at 1.49)", () -> tracks.save(track.at("1.49")));
    transcript.call("find(2, \"anna\")", () -> tracks.find(2, "anna"));
    transcript.call("find(2, \"anna\")", () -> tracks.find(2, "anna"));
    transcript.call("find(3, \"anna\")", () -> tracks.find(3, "anna"));
    transcript.call("bundle(\"Rock\", \"Accept\", 600)", () -> accept(600));
  }

  private void fail() throws SQLException {
    transcript.step(
        "Let the database fail",
        """
        What is cached is still answered. Any other call gets the database's own exception, and
        nothing of it is kept: with the table back, the same call is answered.""");
    // On a server, an earlier run may have left it.
    caches.cache("tracks").failSafe().evict(5);
    execute("ALTER TABLE Track RENAME TO Lost");
    transcript.call("find(2, \"anna\")", () -> tracks.find(2, "anna"));
    transcript.failure("find(5, \"anna\")", () -> tracks.find(5, "anna"));
    execute("ALTER TABLE Lost RENAME TO Track");
    transcript.call("find(5, \"anna\")", () -> tracks.find(5, "anna"));
  }

  private void reload() throws SQLException {
    transcript.step(
        "Reload everything, which clears",
        "reload() fills the database anew and clears both caches; the old price is back.");
    transcript.call("reload()", tracks::reload);
    transcript.call("find(2, \"anna\")", () -> tracks.find(2, "anna"));
    transcript.call("find(3, \"anna\")", () -> tracks.find(3, "anna"));
    transcript.call("find(3, \"bert\")", () -> tracks.find(3, "bert"));
  }

  private void decorate() throws SQLException {
    transcript.step(
        "Decorate without naming the generated class",
        """
        caches.decorate(TrackService.class, database) finds it. Both are served by the same caches:
        what one has filled, the other finds.""");
    // region decorate
    TrackService decorated = caches.decorate(TrackService.class, database);
    // endregion
    transcript.call("decorated.find(3, \"carl\")", () -> decorated.find(3, "carl"));
  }

  private void manyLookUps() throws SQLException {
    transcript.step(
        "Look up often, and read the counters",
        "100,000 look-ups of 1,000 tracks, straight from the database and through the cache:");
    transcript.say("database   %9s each", Transcript.time(timeEach(database)));
    transcript.say("cache      %9s each%n", Transcript.time(timeEach(tracks)));
    transcript.stats(caches.stats());
  }

  private static long timeEach(TrackService service) throws SQLException {
    long start = System.nanoTime();
    for (int i = 0; i < LOOK_UPS; i++) {
      service.find(i % 1000 + 1, "anna");
    }
    return (System.nanoTime() - start) / LOOK_UPS;
  }

  private void generatedClass() {
    transcript.step(
        "Read the class that did it",
        "CachedTrackService was written when TrackService was compiled. It lies in");
    transcript.say("%s", GeneratedSource.of(CachedTrackService.class));
  }

  private Bundle accept(int maximumSeconds) throws SQLException {
    return tracks.bundle("Rock", "Accept", maximumSeconds);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
