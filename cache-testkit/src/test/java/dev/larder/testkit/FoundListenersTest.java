package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.CacheEvent.EvictsDelivered;
import dev.larder.CacheEvent.EvictsKept;
import dev.larder.CacheEvent.StaleServed;
import dev.larder.CacheListener;
import dev.larder.CacheManager;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listeners that nobody gave to the manager, but that stand on its class path. */
@Timeout(60)
class FoundListenersTest {
  private static final Duration TTL = Duration.ofMinutes(5);

  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);
  private final LoggedLines lines = LoggedLines.open();
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  /** Hears; what is found has no other way to its test. */
  public static final class Hearing implements CacheListener {
    private static final List<CacheEvent> HEARD = new CopyOnWriteArrayList<>();

    /** As the service loader wants it. */
    public Hearing() {}

    @Override
    public void on(CacheEvent event) {
      HEARD.add(event);
    }
  }

  /** Fails at everything. */
  public static final class Failing implements CacheListener {
    /** As the service loader wants it. */
    public Failing() {}

    @Override
    public void on(CacheEvent event) {
      throw new IllegalStateException("a listener's own");
    }
  }

  /** Cannot be made. */
  public static final class Unmade implements CacheListener {
    /** Fails. */
    public Unmade() {
      throw new IllegalStateException("nothing to write to");
    }

    @Override
    public void on(CacheEvent event) {}
  }

  @BeforeEach
  void forget() {
    Hearing.HEARD.clear();
  }

  @AfterEach
  void close() throws IOException {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(before);
    if (own instanceof URLClassLoader opened && own != before) {
      opened.close();
    }
    lines.close();
  }

  /** From now on these stand on this thread's class path. */
  private void provide(Path folder, Class<?>... listeners) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    List<String> names = Arrays.stream(listeners).map(Class::getName).toList();
    Files.write(services.resolve(CacheListener.class.getName()), names, UTF_8);
    URL[] path = {folder.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
  }

  private CacheManager manager() {
    return CacheManager.builder()
        .ticker(clock)
        .chain(CacheContract.CHAIN, Managers.over(store, false))
        .cache("users", cache -> cache.staleTtl(TTL))
        .build();
  }

  private void failOnce(CacheManager manager) {
    Cache<Long, String> users = manager.cache(CacheContract.USERS.ttl(TTL));
    users.put(1L, "old");
    clock.advance(TTL);
    assertThat(users.get(1L, key -> failing())).isEqualTo("old");
    store.faults().beforeCalls(RefusedCalls.only(Call.REMOVE));
    users.failSafe().evict(1L);
    store.faults().none();
  }

  private static String failing() {
    throw new IllegalStateException("no source");
  }

  private static boolean hasHeard(Class<? extends CacheEvent> kind) {
    return Hearing.HEARD.stream().anyMatch(kind::isInstance);
  }

  @Test
  void areTold(@TempDir Path folder) throws IOException {
    provide(folder, Hearing.class);
    try (CacheManager manager = manager()) {
      failOnce(manager);
      assertThat(hasHeard(StaleServed.class)).isTrue();
      assertThat(hasHeard(EvictsKept.class)).isTrue();
      Soon.until(() -> hasHeard(EvictsDelivered.class));
    }
  }

  /** Neither the calls of a cache nor what runs in the background, nor the listeners after them. */
  @Test
  void thatFailBreakNothing(@TempDir Path folder) throws IOException {
    provide(folder, Unmade.class, Failing.class, Hearing.class);
    try (CacheManager manager = manager()) {
      failOnce(manager);
      assertThat(hasHeard(StaleServed.class)).isTrue();
      Soon.until(() -> hasHeard(EvictsDelivered.class));
    }
    assertThat(lines.all())
        .filteredOn(line -> line.contains("listener"))
        .containsExactly(
            "WARNING a listener cannot be used; others are looked for",
            "WARNING the listener " + Failing.class + " failed; this is logged once");
  }
}
