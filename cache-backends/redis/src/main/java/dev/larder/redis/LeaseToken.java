package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * A lease, as its holder knows it.
 *
 * @param token that no other lease has
 * @param ending channel and message for those who wait for its end, or nothing
 */
@SuppressWarnings("ArrayRecordComponent") // is sent, and never compared
record LeaseToken(String key, byte[] token, List<byte[]> ending) {
  /** For a script that ends the lease. */
  List<byte[]> arguments(byte[]... more) {
    List<byte[]> all = new ArrayList<>(1 + more.length + ending.size());
    all.add(token);
    all.addAll(List.of(more));
    all.addAll(ending);
    return all;
  }
}
