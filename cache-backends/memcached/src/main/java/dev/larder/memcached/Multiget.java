package dev.larder.memcached;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.RawMemcacheClient;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Several keys of one server in one request, answered as Folsom reads them: what its client would
 * do to the answer, it would do on the one thread that serves all callers.
 */
final class Multiget {
  private Multiget() {}

  /**
   * What is under each key, in their order, null where nothing is.
   *
   * @param withVersions whether the versions are asked for, which takes longer answers
   */
  static CompletionStage<List<GetResult<byte[]>>> send(
      MemcacheClient<byte[]> connection, List<byte[]> keys, boolean withVersions) {
    RawMemcacheClient raw = connection.getRawMemcacheClient();
    return connection instanceof AsciiMemcacheClient
        ? raw.send(com.spotify.folsom.client.ascii.MultigetRequest.create(keys, withVersions))
        : raw.send(com.spotify.folsom.client.binary.MultigetRequest.create(keys, 0));
  }
}
