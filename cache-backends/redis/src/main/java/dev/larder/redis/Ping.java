package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.redisson.api.RFuture;
import org.redisson.api.RScript;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Asks each master whether it would take an evict. One that is about to become a replica, or may
 * not write for another reason, answers as if it could not be reached.
 */
final class Ping {
  private static final String WHAT = "a ping";

  /** A script that says in its first line that it may write is refused where nothing is written. */
  private static final String TAKES_WRITES =
      """
      #!lua flags=allow-oom
      return {}
      """;

  /** A node may take commands without keys while it refuses all others. */
  private static final String TAKES_WRITES_IN_CLUSTER =
      """
      #!lua flags=allow-oom
      local state = redis.pcall('CLUSTER', 'INFO')
      if type(state) == 'string' and string.find(state, 'cluster_state:fail', 1, true) then
        return redis.error_reply('CLUSTERDOWN The cluster is down')
      end
      return {}
      """;

  /** In a cluster, keys that lie far from each other: where most masters are. */
  private static final int PLACES = 64;

  private final RedisLink link;
  private final boolean isCluster;
  private final String script;

  Ping(RedisLink link, RedisMode mode) {
    this(
        link,
        mode == RedisMode.CLUSTER,
        mode == RedisMode.CLUSTER ? TAKES_WRITES_IN_CLUSTER : TAKES_WRITES);
  }

  /**
   * With a script of its own.
   *
   * @param script one that says in its first line that it may write
   */
  Ping(RedisLink link, boolean isCluster, String script) {
    this.link = link;
    this.isCluster = isCluster;
    this.script = script;
  }

  /** Returns if all do. */
  void send() {
    link.answer(() -> WHAT, Repeat.ALWAYS, this::ask);
  }

  /** Returns if one does. */
  void sendToAny() {
    if (isCluster) {
      link.answer(() -> WHAT, Repeat.ALWAYS, this::askAny);
    } else {
      send();
    }
  }

  private List<Object> askAny() throws ExecutionException {
    return link.await(First.of(asked()), () -> WHAT);
  }

  private List<CompletableFuture<List<Object>>> asked() {
    List<CompletableFuture<List<Object>>> asked = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      // Says only where to, and is not looked at.
      asked.add(askAt("{" + place + "}"));
    }
    return asked;
  }

  /** Each by itself: a server that does not know the first line stands beside one that is down. */
  private CompletableFuture<List<Object>> askAt(String route) {
    return askAt(route, script)
        .exceptionallyCompose(
            thrown ->
                isForNewer(thrown)
                    ? askAt(route, scriptForOlder())
                    : CompletableFuture.failedFuture(thrown));
  }

  private CompletableFuture<List<Object>> askAt(String route, String lua) {
    RScript scripts = link.client().getScript(ByteArrayCodec.INSTANCE);
    RFuture<List<Object>> answer =
        scripts.evalAsync(route, RScript.Mode.READ_WRITE, lua, RScript.ReturnType.LIST, List.of());
    return answer.toCompletableFuture();
  }

  /** Servers before 7.0 do not know such first lines. */
  private static boolean isForNewer(Throwable thrown) {
    return String.valueOf(RedisFaults.cause(thrown).getMessage()).contains("compiling script");
  }

  private String scriptForOlder() {
    return script.substring(script.indexOf('\n') + 1);
  }

  private List<Object> ask() throws ExecutionException {
    try {
      return ask(script);
    } catch (ExecutionException e) {
      if (isForNewer(e)) {
        return ask(scriptForOlder());
      }
      throw e;
    }
  }

  private List<Object> ask(String lua) throws ExecutionException {
    return link.await(
        link.client()
            .getScript(ByteArrayCodec.INSTANCE)
            .evalAsync(RScript.Mode.READ_WRITE, lua, RScript.ReturnType.LIST, replies -> List.of()),
        () -> WHAT);
  }
}
