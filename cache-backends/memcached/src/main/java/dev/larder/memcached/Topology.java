package dev.larder.memcached;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which servers there are, and which there were while this process watched. Immutable.
 *
 * <p>A key that moves to a new server and comes back when that is gone finds what it was before on
 * the old one: evicts meanwhile went to the new one. So a value says under which version of the
 * list it was written, and counts only if its key has lain there ever since.
 */
final class Topology {
  /** The version of a list that does not change. */
  static final int FIXED = 0;

  private static final int REMEMBERED = 16;

  private final List<Epoch> epochs;

  private Topology(List<Epoch> epochs) {
    this.epochs = epochs;
  }

  /** A list of servers, from one version on. */
  private record Epoch(int version, List<Node> nodes, Ring<Node> ring) {
    static Epoch of(int version, Collection<Node> nodes) {
      return new Epoch(version, List.copyOf(nodes), new Ring<>(nodes, Node::toString));
    }
  }

  /** The first that this process knows. */
  static Topology of(int version, Collection<Node> nodes) {
    return new Topology(List.of(Epoch.of(version, nodes)));
  }

  /** The one that follows. Where a version was missed, nobody knows where its keys lay. */
  Topology next(int version, Collection<Node> nodes) {
    if (version != version() + 1) {
      return of(version, nodes);
    }
    return new Topology(
        Stream.concat(Stream.of(Epoch.of(version, nodes)), epochs.stream())
            .limit(REMEMBERED)
            .toList());
  }

  int version() {
    return epochs.get(0).version();
  }

  List<Node> nodes() {
    return epochs.get(0).nodes();
  }

  /** Where a key lies. */
  Place place(String key) {
    String serverKey = ServerKey.of(key);
    Node node = holder(serverKey);
    return new Place(node, serverKey, version(), since(node, serverKey));
  }

  /** The server on which a key lies, as the server knows it. */
  Node holder(String serverKey) {
    return epochs.get(0).ring().holder(serverKey);
  }

  /** Whether a key has lain there ever since the place was told. */
  boolean isStillAt(Place place) {
    return holder(place.key()) == place.node()
        && since(place.node(), place.key()) <= place.topology();
  }

  /** From which version on the key has lain there, as far as is known. */
  private int since(Node node, String serverKey) {
    int since = version();
    for (int i = 1; i < epochs.size() && epochs.get(i).ring().holder(serverKey) == node; i++) {
      since = epochs.get(i).version();
    }
    return since;
  }
}
