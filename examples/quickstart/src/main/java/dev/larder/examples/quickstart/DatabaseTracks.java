package dev.larder.examples.quickstart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NoSuchElementException;

/** The catalogue as the database has it. It knows nothing of caches, and counts its statements. */
final class DatabaseTracks implements TrackService {
  private static final String FIND = "SELECT TrackId, Name, UnitPrice FROM Track WHERE TrackId = ?";
  private static final String BUNDLE =
      """
      SELECT COUNT(*), COALESCE(SUM(t.UnitPrice), 0)
      FROM Track t JOIN Album b ON b.AlbumId = t.AlbumId
        JOIN Artist a ON a.ArtistId = b.ArtistId
        JOIN Genre g ON g.GenreId = t.GenreId
      WHERE g.Name = ? AND a.Name = ? AND t.Milliseconds <= ? * 1000
      """;
  private static final String SAVE = "UPDATE Track SET Name = ?, UnitPrice = ? WHERE TrackId = ?";

  private final Connection connection;
  private int statements;

  DatabaseTracks(Connection connection) {
    this.connection = connection;
  }

  /** How many statements the database was given so far. */
  int statements() {
    return statements;
  }

  @Override
  public Track find(int id, String requestId) throws SQLException {
    try (PreparedStatement statement = prepared(FIND, id);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new NoSuchElementException("no track " + id);
      }
      return new Track(row.getInt(1), row.getString(2), row.getBigDecimal(3));
    }
  }

  @Override
  public Bundle bundle(String genre, String artist, int maximumSeconds) throws SQLException {
    try (PreparedStatement statement = prepared(BUNDLE, genre, artist, maximumSeconds);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Bundle(row.getInt(1), row.getBigDecimal(2));
    }
  }

  @Override
  public void save(Track track) throws SQLException {
    try (PreparedStatement statement = prepared(SAVE, track.title(), track.price(), track.id())) {
      statement.executeUpdate();
    }
  }

  @Override
  public void reload() throws SQLException {
    statements++;
    Chinook.fill(connection);
  }

  private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
    statements++;
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
