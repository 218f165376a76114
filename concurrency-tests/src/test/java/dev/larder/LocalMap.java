package dev.larder;

import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** One key of a cache with a local tier alone, as a variable that threads share. */
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class LocalMap {
  private static final String KEY = "key";
  final Engine engine = Engine.local();

  @Operation
  public Integer lookup() {
    return engine.lookup(KEY);
  }

  @Operation(params = "value")
  public void put(int value) {
    engine.writer.put(KEY, value, Engine.LIFE);
  }

  @Operation(params = "value")
  public Integer putIfAbsent(int value) {
    return putIfAbsent(KEY, value);
  }

  Integer putIfAbsent(Object key, int value) {
    return engine.absentPut.put(key, value, Engine.LIFE);
  }

  @Operation
  public boolean evict() {
    return engine.writer.evict(KEY);
  }

  @Operation(params = "value")
  public boolean evictIf(int value) {
    return engine.writer.evict(KEY, value);
  }

  @Operation
  public boolean touch() {
    return touch(KEY);
  }

  boolean touch(Object key) {
    return engine.writer.touch(key, Engine.LIFE);
  }

  @Operation
  public void clear() {
    engine.writer.clear();
  }

  @Validate
  public void idle() {
    engine.requireIdle();
  }

  /** Looks first, and puts then. */
  public static class LookThenPut extends LocalMap {
    @Override
    Integer putIfAbsent(Object key, int value) {
      Integer present = engine.lookup(key);
      if (present == null) {
        engine.writer.put(key, value, Engine.LIFE);
      }
      return present;
    }
  }

  /** Touches by putting back what it has looked at, which a clear may have removed meanwhile. */
  public static class LookThenTouch extends LocalMap {
    @Override
    boolean touch(Object key) {
      return engine.tiers.fence.write(key, () -> putBack(key));
    }

    private boolean putBack(Object key) {
      Entry<Integer> entry = engine.tiers.local.live(key);
      if (entry != null) {
        engine.tiers.putLocal(key, entry.value(), Engine.LIFE, 0);
      }
      return entry != null;
    }
  }

  /** The same by one thread. */
  public static class Variable {
    private final AtomicReference<Integer> value = new AtomicReference<>();

    public Integer lookup() {
      return value.get();
    }

    public void put(int changed) {
      value.set(changed);
    }

    public Integer putIfAbsent(int changed) {
      Integer present = value.get();
      if (present == null) {
        value.set(changed);
      }
      return present;
    }

    public boolean evict() {
      return value.getAndSet(null) != null;
    }

    public boolean evictIf(int expected) {
      return Integer.valueOf(expected).equals(value.get()) && evict();
    }

    public boolean touch() {
      return value.get() != null;
    }

    public void clear() {
      value.set(null);
    }
  }
}
