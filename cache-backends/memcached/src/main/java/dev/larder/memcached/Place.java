package dev.larder.memcached;

/**
 * Where a key lies.
 *
 * @param node the server
 * @param key as the server knows it
 * @param topology the version of the list of servers
 * @param since from which version on the key has lain there
 */
record Place(Node node, String key, int topology, int since) {
  /** The lease beside a value; on the value's own server, wherever it would lie by its name. */
  String leaseKey() {
    return ServerKey.of("{" + key + "}:~lease");
  }
}
