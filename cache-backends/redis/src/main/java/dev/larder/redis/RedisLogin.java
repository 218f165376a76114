package dev.larder.redis;

import dev.larder.CacheConfigurationException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who logs in to the servers, and to which database.
 *
 * @param username null: the user that is called default
 * @param password null: none is asked for
 */
record RedisLogin(@Nullable String username, @Nullable String password, int database) {
  /** What options say, or else the URLs; they must not say different things. */
  static RedisLogin of(RedisOptionsBuilder options) {
    Integer database = one("database", options.database, options.servers, RedisUrl::database);
    String username = one("username", options.username, options.servers, RedisUrl::username);
    String password = one("password", options.password, options.servers, RedisUrl::password);
    if (username != null && password == null) {
      // The name is not told: who forgets the colon in a URL has put the password there.
      throw new CacheConfigurationException(
          "a Redis user has no password: give one, or leave the user out; in a URL, a password"
              + " alone stands behind a colon, as in redis://:password@host");
    }
    return new RedisLogin(username, password, database == null ? 0 : database);
  }

  private static <T> @Nullable T one(
      String name,
      @Nullable T option,
      List<RedisUrl> servers,
      Function<RedisUrl, @Nullable T> told) {
    T found = option;
    for (RedisUrl server : servers) {
      T told1 = told.apply(server);
      if (found != null && told1 != null && !Objects.equals(found, told1)) {
        throw new CacheConfigurationException(
            "the "
                + name
                + " of "
                + server.hostAndPort()
                + " differs from what was said before:"
                + " one "
                + name
                + " serves all servers of a store");
      }
      found = found == null ? told1 : found;
    }
    return found;
  }

  @Override
  public String toString() {
    return username + "@" + database;
  }
}
