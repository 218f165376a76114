package dev.larder.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A look at an item and at its cache's marker, without their versions.
 *
 * @param key of the item
 */
record Glance(String key, Generations generations) {
  /** What each finds, the item first; several go out as one request, with each key once. */
  static CompletionStage<List<List<GetResult<byte[]>>>> send(
      MemcacheClient<byte[]> connection, List<Glance> glances) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    glances.forEach(glance -> keys.put(glance.key, ServerKey.bytes(glance.key)));
    // Behind all items: what does not match its marker is to be older than it.
    glances.forEach(glance -> keys.put(glance.generations.key(), glance.generations.keyBytes()));
    return Multiget.send(connection, new ArrayList<>(keys.values()), false)
        .thenApply(results -> found(glances, keys.keySet(), results));
  }

  private static List<List<GetResult<byte[]>>> found(
      List<Glance> glances, Iterable<String> keys, Iterable<GetResult<byte[]>> results) {
    Map<String, GetResult<byte[]>> found = new HashMap<>();
    var result = results.iterator();
    keys.forEach(key -> found.put(key, result.next()));
    return glances.stream()
        .map(glance -> Arrays.asList(found.get(glance.key), found.get(glance.generations.key())))
        .toList();
  }
}
