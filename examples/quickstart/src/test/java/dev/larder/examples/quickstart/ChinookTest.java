package dev.larder.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChinookTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Chinook.open();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void holdsAllTracks() throws SQLException {
    assertThat(answer("SELECT COUNT(*) FROM Track")).isEqualTo("3503");
    assertThat(answer("SELECT COUNT(*) FROM Album")).isEqualTo("347");
    assertThat(answer("SELECT COUNT(*) FROM Artist")).isEqualTo("275");
    assertThat(answer("SELECT COUNT(*) FROM Genre")).isEqualTo("25");
  }

  @Test
  void readsLettersThatTheScriptEscapes() throws SQLException {
    assertThat(answer("SELECT Title FROM Album WHERE AlbumId = 26"))
        .isEqualTo("Ac\u00fastico MTV [Live]");
  }

  @Test
  void replacesWhatWasChanged() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM Genre");
      statement.execute("UPDATE Track SET Name = 'x'");
    }
    Chinook.fill(connection);

    assertThat(answer("SELECT COUNT(*) FROM Genre")).isEqualTo("25");
    assertThat(answer("SELECT Name FROM Track WHERE TrackId = 2")).isEqualTo("Balls to the Wall");
  }

  private String answer(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
