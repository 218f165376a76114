package dev.larder;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** Reads of a key that nobody writes, by loaders that count themselves. */
@Param(name = "process", gen = IntGen.class, conf = "0:1")
public abstract class Loads {
  private static final String KEY = "key";
  private final AtomicInteger loads = new AtomicInteger();
  private final Engine[] processes;

  Loads(Engine... processes) {
    this.processes = processes;
  }

  @Operation(params = "process")
  public Integer find(int process) {
    return find(processes[process % processes.length], KEY);
  }

  Integer find(Engine engine, Object key) {
    return engine.get(key, k -> load());
  }

  /** Which load it was. */
  int load() {
    return loads.incrementAndGet();
  }

  @Operation(params = "process")
  public boolean lookup(int process) {
    Integer value = processes[process % processes.length].lookup(KEY);
    return value == null || value == 1;
  }

  @Validate
  public void idle() {
    for (Engine process : processes) {
      process.requireIdle();
    }
  }

  /** Where there is one load. */
  public static class One {
    public Integer find(int process) {
      return 1;
    }

    public boolean lookup(int process) {
      return true;
    }
  }
}
