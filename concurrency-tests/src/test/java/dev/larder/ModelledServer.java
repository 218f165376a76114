package dev.larder;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a server with leases does, each command in one step. A lease is the name of its holder; time
 * does not pass.
 */
class ModelledServer {
  private final Map<Object, Integer> values = new HashMap<>();
  private final Map<Object, String> leases = new HashMap<>();
  private final List<ModelledTier> connections = new CopyOnWriteArrayList<>();
  private final Duration rest;
  private int tokens;

  /** Whose values have no end. */
  ModelledServer() {
    this(Duration.ZERO);
  }

  /** Of whose values so much is always left. */
  ModelledServer(Duration rest) {
    this.rest = rest;
  }

  /** What is left of the life of each value; zero: no end. */
  Duration rest() {
    return rest;
  }

  /** A connection, as each process has one. */
  ModelledTier connect() {
    ModelledTier connection = new ModelledTier(this);
    connections.add(connection);
    return connection;
  }

  /** The connections of the other processes. */
  List<ModelledTier> othersThan(ModelledTier sender) {
    return connections.stream().filter(each -> each != sender).toList();
  }

  synchronized Integer get(Object key) {
    return values.get(key);
  }

  /** The lease on a missing key; null: another has it, or there is a value. */
  synchronized String claim(Object key) {
    return values.containsKey(key) || leases.containsKey(key) ? null : lease(key);
  }

  /** The lease on a key that may have a value; null: another has it. */
  synchronized String claimOver(Object key) {
    return leases.containsKey(key) ? null : lease(key);
  }

  synchronized String lease(Object key) {
    String token = "lease " + ++tokens;
    leases.put(key, token);
    return token;
  }

  synchronized boolean fill(Object key, String token, Integer value) {
    return Objects.equals(leases.get(key), token) && put(key, value);
  }

  synchronized void release(Object key, String token) {
    leases.remove(key, token);
  }

  synchronized boolean put(Object key, Integer value) {
    values.put(key, value);
    leases.remove(key);
    return true;
  }

  synchronized boolean remove(Object key) {
    leases.remove(key);
    return values.remove(key) != null;
  }

  synchronized boolean removeIf(Object key, Integer value) {
    return Objects.equals(values.get(key), value) && remove(key);
  }

  synchronized void clear() {
    values.clear();
    leases.clear();
  }

  synchronized List<Object> keys() {
    return List.copyOf(values.keySet());
  }
}
