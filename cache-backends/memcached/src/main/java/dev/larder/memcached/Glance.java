package dev.larder.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A look at an item and at its cache's marker, without their versions. What it takes is prepared by
 * its own thread: one thread sends what waits, for all.
 */
final class Glance {
  private final byte[] key;
  private final Generations generations;

  /** A look at the item of a server's key. */
  Glance(String key, Generations generations) {
    this.key = ServerKey.bytes(key);
    this.generations = generations;
  }

  /** What each finds, the item first; several go out as one request, with each marker once. */
  static CompletionStage<List<List<GetResult<byte[]>>>> send(
      MemcacheClient<byte[]> connection, List<Glance> glances) {
    Markers markers = new Markers();
    List<byte[]> keys = new ArrayList<>(glances.size() + 1);
    for (Glance glance : glances) {
      keys.add(glance.key);
      markers.add(glance.generations);
    }
    // Behind all items: what does not match its marker is to be older than it.
    markers.addTo(keys);
    return Multiget.send(connection, keys, false)
        .thenApply(found -> found(glances, markers, found));
  }

  private static List<List<GetResult<byte[]>>> found(
      List<Glance> glances, Markers markers, List<GetResult<byte[]>> found) {
    List<List<GetResult<byte[]>>> all = new ArrayList<>(glances.size());
    for (int i = 0; i < glances.size(); i++) {
      int marker = glances.size() + markers.index(glances.get(i).generations);
      all.add(Arrays.asList(found.get(i), found.get(marker)));
    }
    return all;
  }

  /** The markers of a request: few, as are the caches that are read at one moment. */
  private static final class Markers {
    private final List<Generations> all = new ArrayList<>(1);

    void add(Generations generations) {
      if (!all.contains(generations)) {
        all.add(generations);
      }
    }

    void addTo(List<byte[]> keys) {
      for (Generations generations : all) {
        keys.add(generations.keyBytes());
      }
    }

    int index(Generations generations) {
      return all.indexOf(generations);
    }
  }
}
