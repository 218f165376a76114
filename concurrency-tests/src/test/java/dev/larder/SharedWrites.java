package dev.larder;

import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * What two processes write to one key, values included, each by a local tier of its own. Which of
 * two writes comes last is the server's to say; when all have ended, no local tier may contradict
 * it.
 */
@Param(name = "process", gen = IntGen.class, conf = "0:1")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class SharedWrites {
  private static final String KEY = "key";
  private final ModelledServer server = new ModelledServer();
  private final Engine[] processes = {Engine.over(server), Engine.over(server)};

  @Operation(params = {"process", "value"})
  public void put(int process, int value) {
    put(processes[process], KEY, value);
  }

  void put(Engine engine, Object key, int value) {
    engine.writer.put(key, value, Engine.LIFE);
  }

  @Operation(params = {"process", "value"})
  public void putIfAbsent(int process, int value) {
    processes[process].absentPut.put(KEY, value, Engine.LIFE);
  }

  @Operation(params = {"process", "value"})
  public void evictIf(int process, int value) {
    processes[process].writer.evict(KEY, value);
  }

  @Operation(params = "process")
  public void evict(int process) {
    processes[process].writer.evict(KEY);
  }

  @Operation(params = "process")
  public void clear(int process) {
    processes[process].writer.clear();
  }

  @Operation(params = "process")
  public void touch(int process) {
    processes[process].writer.touch(KEY, Engine.LIFE);
  }

  @Operation(params = "process")
  public void lookup(int process) {
    processes[process].lookup(KEY);
  }

  @Operation(params = "process")
  public void find(int process) {
    processes[process].get(KEY, key -> 0);
  }

  @Validate
  public void idle() {
    for (Engine process : processes) {
      process.requireIdle();
      Entry<Integer> entry = process.tiers.local.live(KEY);
      if (entry != null && !entry.value().equals(server.get(KEY))) {
        throw new IllegalStateException("a local tier holds " + entry.value());
      }
    }
  }

  /** Puts without telling the fence before the server: two puts may change places in between. */
  public static class OneStep extends SharedWrites {
    @Override
    void put(Engine engine, Object key, int value) {
      engine.tiers.distributed.put(key, value, Engine.LIFE);
      engine.tiers.fence.write(
          key,
          () -> {
            engine.tiers.putLocal(key, value, Engine.LIFE, 0);
            return true;
          });
      engine.tiers.distributed.tellEvicted(List.of(key));
    }
  }

  /** Any results are right: there are none. */
  public static class NoResults {
    public void put(int process, int value) {}

    public void putIfAbsent(int process, int value) {}

    public void evictIf(int process, int value) {}

    public void evict(int process) {}

    public void clear(int process) {}

    public void touch(int process) {}

    public void lookup(int process) {}

    public void find(int process) {}
  }
}
