package dev.larder;

import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** The operations of two processes on one row, read and written through the cache. */
@Param(name = "process", gen = IntGen.class, conf = "0:1")
public abstract class FreshReads {
  private static final String KEY = "key";
  private final Source source = new Source();
  final Engine[] processes;

  FreshReads(Engine... processes) {
    this.processes = processes;
  }

  Engine process(int number) {
    return processes[number % processes.length];
  }

  @Operation(params = "process")
  public String find(int process) {
    int floor = source.floor();
    return Source.judge(process(process).get(KEY, key -> source.read()), floor);
  }

  @Operation(params = "process")
  public String lookup(int process) {
    int floor = source.floor();
    return Source.judge(process(process).lookup(KEY), floor);
  }

  @Operation(params = "process")
  public String refresh(int process) {
    int floor = source.floor();
    Engine engine = process(process);
    Integer value = engine.reader.refresh(KEY, key -> source.read());
    engine.tiers.distributed.tellEvicted(List.of(KEY));
    return Source.judge(value, floor);
  }

  @Operation(params = "process")
  public void save(int process) {
    int written = source.write();
    evict(process(process), KEY);
    source.completed(written);
  }

  @Operation(params = "process")
  public void reload(int process) {
    int written = source.write();
    process(process).writer.clear();
    source.completed(written);
  }

  @Operation(params = "process")
  public void touch(int process) {
    process(process).writer.touch(KEY, Engine.LIFE);
  }

  void evict(Engine engine, Object key) {
    engine.writer.evict(key);
  }

  @Validate
  public void idle() {
    for (Engine process : processes) {
      process.requireIdle();
    }
  }

  /** Where each read is fresh. */
  public static class AllFresh {
    public String find(int process) {
      return "fresh";
    }

    public String lookup(int process) {
      return "fresh";
    }

    public String refresh(int process) {
      return "fresh";
    }

    public void save(int process) {}

    public void reload(int process) {}

    public void touch(int process) {}
  }
}
