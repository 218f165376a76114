package dev.larder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Two keys, each of whose loaders asks for the other. */
public class CrossingLoads {
  private final Engine engine = Engine.local();

  @Operation
  public int one() {
    return get(
        "one",
        () -> {
          get("two", () -> 2);
          return 1;
        });
  }

  @Operation
  public int two() {
    return get(
        "two",
        () -> {
          get("one", () -> 1);
          return 2;
        });
  }

  @Operation
  public int self() {
    return get("one", () -> get("one", () -> 1));
  }

  @Operation
  public void evict() {
    engine.writer.evict("one");
  }

  int get(String key, IntSupplier loader) {
    return engine.get(key, k -> loader.getAsInt());
  }

  @Validate
  public void idle() {
    engine.requireIdle();
  }

  /** Each waits for the other's load, whoever waits for whom. */
  public static class Memo extends CrossingLoads {
    private final ConcurrentHashMap<String, CompletableFuture<Integer>> values =
        new ConcurrentHashMap<>();

    @Override
    int get(String key, IntSupplier loader) {
      CompletableFuture<Integer> mine = new CompletableFuture<>();
      CompletableFuture<Integer> present = values.putIfAbsent(key, mine);
      if (present == null) {
        mine.complete(loader.getAsInt());
      }
      return (present == null ? mine : present).join();
    }
  }

  /** What comes out. */
  public static class Values {
    public int one() {
      return 1;
    }

    public int two() {
      return 2;
    }

    public int self() {
      return 1;
    }

    public void evict() {}
  }
}
