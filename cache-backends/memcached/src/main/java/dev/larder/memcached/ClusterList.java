package dev.larder.memcached;

import dev.larder.CacheConfigurationException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What a configuration endpoint tells: a number that grows with each change, and in the next line
 * {@code host|ip|port} of each server, with blanks between them.
 *
 * @param servers sorted, each once
 */
record ClusterList(int version, List<ServerAddress> servers) {
  static ClusterList parse(String text) throws IOException {
    String[] lines = text.split("\r?\n", -1);
    if (lines.length < 2 || !lines[0].strip().matches("[0-9]{1,9}")) {
      throw new IOException("not a version and a list of servers: " + text);
    }
    List<ServerAddress> servers =
        Arrays.stream(lines[1].strip().split(" +", -1))
            .filter(word -> !word.isEmpty())
            .map(ClusterList::server)
            .distinct()
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList();
    if (servers.isEmpty() || servers.contains(NO_SERVER)) {
      throw new IOException("not host|ip|port of each server: " + lines[1]);
    }
    return new ClusterList(Integer.parseInt(lines[0].strip()), servers);
  }

  private static final ServerAddress NO_SERVER = new ServerAddress("", 0);

  /** The name comes first, which a certificate is for; where it is missing, the address. */
  private static ServerAddress server(String word) {
    String[] parts = word.split("\\|", -1);
    if (parts.length != 3) {
      return NO_SERVER;
    }
    try {
      String host = parts[0].isEmpty() ? parts[1] : parts[0];
      return ServerAddress.parse((host.contains(":") ? "[" + host + "]" : host) + ":" + parts[2]);
    } catch (CacheConfigurationException e) {
      return NO_SERVER;
    }
  }
}
