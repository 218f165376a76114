package dev.larder.memcached;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClosedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A store of one cache in which a test comes between two commands. */
final class HookedStore implements AutoCloseable {
  private final Background background = new Background();
  private final Connector connector;
  private final Servers servers;
  private final CacheView view;
  private final AtomicReference<Hook> hook = new AtomicReference<>();

  /** What happens once, as a command is about to be sent. */
  private record Hook(String command, Runnable before, boolean losesAnswer) {}

  HookedStore(MemcachedOptions options, String cacheKey) {
    connector = new Connector(options, new Deadlines(background));
    servers = new Servers(options, this::connect, background);
    servers.use(Topology.FIXED, options.servers);
    view = new CacheView(servers, cacheKey);
    servers.nodes().forEach(node -> node.connected().join());
  }

  CacheView view() {
    return view;
  }

  /** Does something right before the next such command of Folsom's is sent. */
  void before(String command, Runnable action) {
    hook.set(new Hook(command, action, false));
  }

  /** Sends the next such command, and loses its answer with the connection. */
  void loseAnswerOf(String command) {
    loseAnswerOf(command, () -> {});
  }

  /** The same, after it did something, such as to hook what comes then. */
  void loseAnswerOf(String command, Runnable action) {
    hook.set(new Hook(command, action, true));
  }

  /** Whether what was to be hooked has come. */
  boolean hasHappened() {
    return hook.get() == null;
  }

  private Node connect(ServerAddress address, ConnectionNews news) {
    Node node = connector.connect(address, news);
    List<MemcacheClient<byte[]>> hooked = node.connections().stream().map(this::hooked).toList();
    return new Node(address, hooked, node.patience(), node.deadlines(), node.clock());
  }

  @SuppressWarnings("unchecked") // the interface is that of its commands, whatever the values
  private MemcacheClient<byte[]> hooked(MemcacheClient<byte[]> connection) {
    return (MemcacheClient<byte[]>)
        Proxy.newProxyInstance(
            HookedStore.class.getClassLoader(),
            new Class<?>[] {AsciiMemcacheClient.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
  }

  private Object call(MemcacheClient<byte[]> connection, Method method, Object[] arguments)
      throws Throwable {
    Hook next = hook.get();
    boolean isHooked = next != null && next.command().equals(method.getName());
    if (isHooked && hook.compareAndSet(next, null)) {
      next.before().run();
    }
    try {
      Object answer = method.invoke(connection, arguments);
      return isHooked && next.losesAnswer() ? lost((CompletionStage<?>) answer) : answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static CompletionStage<?> lost(CompletionStage<?> answer) {
    return answer.thenCompose(
        done -> CompletableFuture.failedFuture(new MemcacheClosedException("lost by the test")));
  }

  @Override
  public void close() {
    background.close();
    servers.close();
    connector.close();
  }
}
