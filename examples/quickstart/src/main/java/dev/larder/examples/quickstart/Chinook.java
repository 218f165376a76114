package dev.larder.examples.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Chinook database, a music shop with 3,503 tracks. The jar {@code
 * net.hydromatic:chinook-data-hsqldb} holds it as the script of another database: its rows are
 * taken from there, its tables are ours.
 */
final class Chinook {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE Artist(ArtistId INT PRIMARY KEY, Name VARCHAR(120))",
          "CREATE TABLE Genre(GenreId INT PRIMARY KEY, Name VARCHAR(120))",
          "CREATE TABLE Album(AlbumId INT PRIMARY KEY, Title VARCHAR(160), ArtistId INT)",
          "CREATE TABLE Track(TrackId INT PRIMARY KEY, Name VARCHAR(200), AlbumId INT,"
              + " MediaTypeId INT, GenreId INT, Composer VARCHAR(220), Milliseconds INT, Bytes INT,"
              + " UnitPrice DECIMAL(10, 2))");

  private static final Pattern INSERT =
      Pattern.compile("INSERT INTO \"chinook\"\\.\"(Artist|Genre|Album|Track)\"( VALUES.*)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private Chinook() {}

  /** A connection to a new database in memory, filled; closing it ends the database. */
  static Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    fill(connection);
    return connection;
  }

  /** Replaces all rows by those of the data set. */
  static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("Artist", "Genre", "Album", "Track")) {
        statement.execute("DELETE FROM " + table);
      }
      for (String insert : inserts()) {
        statement.execute(insert);
      }
    }
  }

  private static List<String> inserts() {
    try (BufferedReader script = script();
        Stream<String> lines = script.lines()) {
      return lines
          .map(INSERT::matcher)
          .filter(Matcher::matches)
          .map(insert -> "INSERT INTO " + insert.group(1) + unescaped(insert.group(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader script() throws IOException {
    InputStream script = Chinook.class.getResourceAsStream("/chinook.script");
    if (script == null) {
      throw new IOException("chinook-data-hsqldb is missing on the class path");
    }
    return new BufferedReader(new InputStreamReader(script, StandardCharsets.US_ASCII));
  }

  /** The script writes whatever is not ASCII as Java source may. */
  private static String unescaped(String sql) {
    return ESCAPE
        .matcher(sql)
        .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
  }
}
