package dev.larder.examples.quickstart;

import dev.larder.CacheManager;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A music shop looks things up in its catalogue: what comes from the database, what from the cache,
 * and what makes the cache forget.
 */
public final class Quickstart {
  private final CacheManager caches;
  private final Connection connection;
  private final DatabaseTracks database;
  private final TrackService tracks;
  private final Transcript transcript;

  private Quickstart(CacheManager caches, Connection connection) {
    this.caches = caches;
    this.connection = connection;
    // region use
    this.database = new DatabaseTracks(connection);
    this.tracks = new CachedTrackService(caches, database);
    // endregion
    this.transcript = new Transcript(System.out, database::statements);
  }

  /** Runs it; it ends by itself. */
  public static void main(String[] args) throws SQLException {
    try (Connection connection = Chinook.open();
        CacheManager caches = CacheManager.builder().keyPrefix("shop").build()) {
      new Quickstart(caches, connection).run();
    }
  }

  private void run() throws SQLException {
    System.out.println(
        """
        A music shop over an H2 database with 3,503 tracks, its look-ups cached by Larder.
        The data is the Chinook database by Luis Rocha (MIT licence), from the Maven artifact
        net.hydromatic:chinook-data-hsqldb.""");
    lookUpByKey();
    query();
    save();
    fail();
    reload();
    decorate();
    manyLookUps();
    generatedClass();
  }

  private void lookUpByKey() {
    transcript.step(
        "Look up by key",
        """
        find(int id, String requestId) is cached by its id. The first call asks the database; whoever
        asks next is answered from the heap.""");
    transcript.call("find(1, \"anna\")", () -> show(tracks.find(1, "anna")));
    transcript.call("find(1, \"bert\")", () -> show(tracks.find(1, "bert")));
    transcript.call("find(2, \"bert\")", () -> show(tracks.find(2, "bert")));
    transcript.say("key text: shop:1:tracks:%s", KeyShape.single(PartTypes.INT).text(1));
  }

  private void query() {
    transcript.step(
        "Query by several parameters",
        "Without include, all parameters are the key, here three of them.");
    transcript.call("bundle(\"Rock\", \"AC/DC\", 240)", () -> show(rock(240)));
    transcript.call("bundle(\"Rock\", \"AC/DC\", 240)", () -> show(rock(240)));
    transcript.call("bundle(\"Rock\", \"AC/DC\", 600)", () -> show(rock(600)));
  }

  private void save() throws SQLException {
    transcript.step(
        "Save, which evicts",
        """
        save(Track) evicts that track, by track.id, and clears the bundles, whose prices it may have
        changed. Track 2 stays where it is.""");
    Track track = tracks.find(1, "anna");
    transcript.call("save(track 1 at 1.49)", () -> tracks.save(track.at("1.49")));
    transcript.call("find(1, \"anna\")", () -> show(tracks.find(1, "anna")));
    transcript.call("find(1, \"anna\")", () -> show(tracks.find(1, "anna")));
    transcript.call("find(2, \"anna\")", () -> show(tracks.find(2, "anna")));
    transcript.call("bundle(\"Rock\", \"AC/DC\", 600)", () -> show(rock(600)));
  }

  private void fail() throws SQLException {
    transcript.step(
        "Let the database fail",
        """
        What is cached is answered still. Anything else gets the database's own exception, of which
        nothing is kept: once the table is back, so is the answer.""");
    execute("ALTER TABLE Track RENAME TO Lost");
    transcript.call("find(1, \"anna\")", () -> show(tracks.find(1, "anna")));
    transcript.call("find(3, \"anna\")", () -> show(tracks.find(3, "anna")));
    execute("ALTER TABLE Lost RENAME TO Track");
    transcript.call("find(3, \"anna\")", () -> show(tracks.find(3, "anna")));
  }

  private void reload() {
    transcript.step(
        "Reload everything, which clears",
        "reload() fills the database anew and clears both caches: all entries are gone at once.");
    transcript.call("reload()", tracks::reload);
    transcript.call("find(1, \"anna\")", () -> show(tracks.find(1, "anna")));
    transcript.call("find(2, \"anna\")", () -> show(tracks.find(2, "anna")));
    transcript.call("find(2, \"bert\")", () -> show(tracks.find(2, "bert")));
  }

  private void decorate() {
    transcript.step(
        "Decorate without naming the generated class",
        """
        caches.decorate(TrackService.class, database) makes one, too. It uses the same caches, so it
        finds what the first has filled.""");
    TrackService decorated = caches.decorate(TrackService.class, database);
    transcript.call("decorated.find(2, \"carl\")", () -> show(decorated.find(2, "carl")));
  }

  private void manyLookUps() throws SQLException {
    transcript.step(
        "Look up 100,000 times", "The same calls, straight to the database and through the cache.");
    transcript.say("%-36s %s each", "database.find(1..1000)", each(database));
    transcript.say("%-36s %s each", "tracks.find(1..1000)", each(tracks));
    transcript.say("");
    transcript.say(
        "%-10s %9s %9s %9s %9s %9s", "cache", "hits", "misses", "loads", "failures", "ratio");
    caches
        .stats()
        .forEach(
            (name, stats) ->
                transcript.say(
                    "%-10s %,9d %,9d %,9d %,9d %9.3f",
                    name,
                    stats.hits(),
                    stats.misses(),
                    stats.loads(),
                    stats.loadFailures(),
                    stats.hitRatio()));
  }

  private static String each(TrackService service) throws SQLException {
    int calls = 100_000;
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      service.find(i % 1000 + 1, "anna");
    }
    return Transcript.time((System.nanoTime() - start) / calls);
  }

  private void generatedClass() {
    transcript.step(
        "Read the generated class", "It is plain Java, written when the example was compiled:");
    transcript.say("%s", GeneratedSource.of(CachedTrackService.class));
  }

  private Bundle rock(int maximumSeconds) throws SQLException {
    return tracks.bundle("Rock", "AC/DC", maximumSeconds);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String show(Track track) {
    String title = track.title();
    return (title.length() > 30 ? title.substring(0, 27) + "..." : title) + ", " + track.price();
  }

  private static String show(Bundle bundle) {
    return bundle.tracks() + " tracks, " + bundle.price();
  }
}
