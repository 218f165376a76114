package dev.larder.protocol;

import static dev.larder.protocol.Operation.CLEAR;
import static dev.larder.protocol.Operation.EVICT;
import static dev.larder.protocol.Operation.PUT;
import static dev.larder.protocol.Operation.READ;
import static dev.larder.protocol.Operation.REFRESH;
import static dev.larder.protocol.Operation.WRITE_AND_CLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocol holds in every order of steps: of workers, messages and faults, within bounds. */
@TestInstance(Lifecycle.PER_CLASS)
class ProtocolTest {
  private static final boolean FULL = Boolean.getBoolean("larder.full");

  private final Table table = new Table("holds");

  @ParameterizedTest
  @MethodSource("settings")
  void nothingBreaks(Bounds bounds) {
    Finding finding = Search.within(bounds);
    table.add(finding);
    assertThat(finding.trace()).isEmpty();
  }

  @AfterAll
  void print() throws IOException {
    table.print();
  }

  static Stream<Bounds> settings() {
    List<Bounds> settings = new ArrayList<>();
    add(settings, "Redis", RedisModel::new);
    add(settings, "cluster", ClusterModel::new);
    add(settings, "Memcached", MemcachedModel::new);
    settings.add(plain());
    return settings.stream();
  }

  private static void add(List<Bounds> settings, String name, Function<Bounds, StoreModel> store) {
    settings.add(evicts(name, store));
    settings.add(putsAndClears(name, store));
    settings.add(faults(name, store));
    settings.add(twoBuilds(name, store));
    settings.add(twoKeys(name, store));
    settings.add(bulk(name, store));
    if (FULL) {
      settings.add(threeProcesses(name, store));
    }
  }

  private static Bounds evicts(String name, Function<Bounds, StoreModel> store) {
    return Bounds.of(name + ": evicts", store)
        .worker(0, READ)
        .worker(0, READ, EVICT)
        .worker(1, READ, EVICT)
        .operations(FULL ? 2 : 1)
        .most(Budget.WRITE, 2);
  }

  private static Bounds putsAndClears(String name, Function<Bounds, StoreModel> store) {
    return Bounds.of(name + ": puts, clears, refreshes", store)
        .worker(0, READ, PUT, WRITE_AND_CLEAR)
        .worker(1, READ, PUT, CLEAR, REFRESH)
        .operations(2)
        .most(Budget.WRITE, 2)
        .most(Budget.CLEAR, 1)
        .most(Budget.REFRESH, 1);
  }

  private static Bounds faults(String name, Function<Bounds, StoreModel> store) {
    return anyFault(Bounds.of(name + ": faults", store), FULL ? 2 : 1)
        .worker(0, READ, EVICT)
        .worker(1, READ, WRITE_AND_CLEAR)
        .operations(2)
        .most(Budget.WRITE, 1);
  }

  private static Bounds twoBuilds(String name, Function<Bounds, StoreModel> store) {
    return anyFault(Bounds.of(name + ": two builds", store), FULL ? 1 : 0)
        .worker(0, READ, EVICT)
        .worker(1, READ, PUT)
        .operations(2)
        .most(Budget.WRITE, 2)
        .mixedBuilds();
  }

  private static Bounds twoKeys(String name, Function<Bounds, StoreModel> store) {
    return anyFault(Bounds.of(name + ": two keys", store), FULL ? 1 : 0)
        .keys(2)
        .worker(0, READ)
        .worker(1, READ, WRITE_AND_CLEAR)
        .operations(2)
        .most(Budget.WRITE, 1);
  }

  private static Bounds bulk(String name, Function<Bounds, StoreModel> store) {
    return Bounds.of(name + ": bulk reads", store)
        .keys(2)
        .bulkReader(0)
        .worker(0, READ)
        .worker(1, EVICT)
        .most(Budget.WRITE, 1);
  }

  private static Bounds threeProcesses(String name, Function<Bounds, StoreModel> store) {
    return anyFault(Bounds.of(name + ": three processes", store), 1)
        .processes(3)
        .worker(0, READ)
        .worker(1, READ, EVICT)
        .worker(2, READ, CLEAR, REFRESH)
        .operations(1)
        .most(Budget.WRITE, 1)
        .most(Budget.CLEAR, 1)
        .most(Budget.REFRESH, 1);
  }

  private static Bounds plain() {
    return Bounds.of("no leases, one process", PlainModel::new)
        .processes(1)
        .worker(0, READ)
        .worker(0, READ, PUT)
        .worker(0, EVICT)
        .operations(2)
        .most(Budget.WRITE, 2);
  }

  private static Bounds anyFault(Bounds bounds, int together) {
    Bounds with = bounds.most(Budget.FAULTS, together);
    for (Budget budget : Budget.values()) {
      if (budget.isFault()) {
        with = with.most(budget, 1);
      }
    }
    return with;
  }
}
