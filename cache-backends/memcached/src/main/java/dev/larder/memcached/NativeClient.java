package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.RawMemcacheClient;
import com.spotify.folsom.client.NoopMetrics;
import com.spotify.folsom.client.NoopTracer;
import com.spotify.folsom.client.ascii.DefaultAsciiMemcacheClient;
import com.spotify.folsom.client.binary.DefaultBinaryMemcacheClient;
import com.spotify.folsom.guava.HostAndPort;
import com.spotify.folsom.ketama.AddressAndClient;
import com.spotify.folsom.ketama.KetamaMemcacheClient;
import com.spotify.folsom.roundrobin.RoundRobinMemcacheClient;
import com.spotify.folsom.transcoder.ByteArrayTranscoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folsom's client for one connection, or for those of all servers, each key where it lies. */
final class NativeClient {
  private static final int LONGEST_KEY = 250;

  private NativeClient() {}

  static MemcacheClient<byte[]> of(Topology topology, MemcachedProtocol protocol) {
    Map<Node, RawMemcacheClient> clients = new HashMap<>();
    topology.nodes().forEach(node -> clients.put(node, ofOne(node)));
    List<AddressAndClient> addressed =
        topology.nodes().stream()
            .map(node -> new AddressAndClient(hostAndPort(node.address()), clients.get(node)))
            .toList();
    RawMemcacheClient all =
        addressed.size() == 1
            ? addressed.get(0).getClient()
            : new KetamaMemcacheClient(
                addressed, key -> clients.get(topology.holder(new String(key, UTF_8))));
    return of(all, protocol);
  }

  /** The commands, over a connection that carries them. */
  static MemcacheClient<byte[]> of(RawMemcacheClient raw, MemcachedProtocol protocol) {
    return protocol == MemcachedProtocol.BINARY ? binary(raw) : ascii(raw);
  }

  private static HostAndPort hostAndPort(ServerAddress address) {
    return HostAndPort.fromParts(address.host(), address.port());
  }

  private static RawMemcacheClient ofOne(Node node) {
    List<RawMemcacheClient> connections =
        node.connections().stream().map(MemcacheClient::getRawMemcacheClient).toList();
    return connections.size() == 1 ? connections.get(0) : new RoundRobinMemcacheClient(connections);
  }

  private static MemcacheClient<byte[]> ascii(RawMemcacheClient client) {
    return new DefaultAsciiMemcacheClient<>(
        client,
        NoopMetrics.INSTANCE,
        NoopTracer.INSTANCE,
        ByteArrayTranscoder.INSTANCE,
        UTF_8,
        LONGEST_KEY);
  }

  private static MemcacheClient<byte[]> binary(RawMemcacheClient client) {
    return new DefaultBinaryMemcacheClient<>(
        client,
        NoopMetrics.INSTANCE,
        NoopTracer.INSTANCE,
        ByteArrayTranscoder.INSTANCE,
        UTF_8,
        LONGEST_KEY);
  }
}
