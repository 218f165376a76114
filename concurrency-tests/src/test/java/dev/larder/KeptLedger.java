package dev.larder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Kept evicts of numbered keys, and the books on them: of each key its last write, the last one
 * whose evict is known to be kept, and the last ones that the store and the other processes have
 * been given.
 */
final class KeptLedger implements KeptEvicts.Delivery {
  final KeptEvicts kept;
  private final AtomicIntegerArray written;
  private final AtomicIntegerArray known;
  private final AtomicIntegerArray evicted;
  private final AtomicIntegerArray told;

  KeptLedger(int keys) {
    kept = new KeptEvicts(() -> "kept", this, new Events(List.of()), () -> {}, () -> {}, () -> {});
    written = new AtomicIntegerArray(keys);
    known = new AtomicIntegerArray(keys);
    evicted = new AtomicIntegerArray(keys);
    told = new AtomicIntegerArray(keys);
  }

  /** A write of a key that the store did not confirm. */
  void write(int key) {
    int version = written.incrementAndGet(key);
    kept.keep(List.of(String.valueOf(key)));
    note(known, key, version);
  }

  /** The same of the first keys, in one call. */
  void writeFirst(int count) {
    List<String> texts = new ArrayList<>();
    for (int key = 0; key < count; key++) {
      written.incrementAndGet(key);
      texts.add(String.valueOf(key));
    }
    kept.keep(texts);
    for (int key = 0; key < count; key++) {
      note(known, key, 1);
    }
  }

  /** A clear that the store did not confirm: as a write of each. */
  void writeAll() {
    int[] versions = new int[written.length()];
    for (int key = 0; key < versions.length; key++) {
      versions[key] = written.incrementAndGet(key);
    }
    kept.keepClear();
    for (int key = 0; key < versions.length; key++) {
      note(known, key, versions[key]);
    }
  }

  /** Two who note at once leave the later version. */
  private static void note(AtomicIntegerArray versions, int key, int version) {
    int before = versions.get(key);
    while (before < version && !versions.compareAndSet(key, before, version)) {
      before = versions.get(key);
    }
  }

  @Override
  public void evict(List<String> keyTexts) {
    for (String text : keyTexts) {
      evict(Integer.parseInt(text));
    }
  }

  @Override
  public void clear() {
    for (int key = 0; key < written.length(); key++) {
      evict(key);
    }
  }

  private void evict(int key) {
    note(evicted, key, written.get(key));
  }

  @Override
  public void tellWritten(List<String> keyTexts) {
    for (String text : keyTexts) {
      tell(Integer.parseInt(text));
    }
  }

  @Override
  public void tellCleared() {
    for (int key = 0; key < written.length(); key++) {
      tell(key);
    }
  }

  private void tell(int key) {
    note(told, key, evicted.get(key));
  }

  /**
   * Whether a reader would trust the store's entry of a key though a write of it was kept before
   * the reader came, and no evict has reached the store since.
   */
  boolean isTrustedInVain(int key) {
    int floor = known.get(key);
    boolean trusted = kept.isConfirmed() || !kept.holds(String.valueOf(key));
    return trusted && evicted.get(key) < floor;
  }

  /** Delivers, and fails unless nothing is left then and all has arrived. */
  void requireDelivered() {
    requireSame(kept.isEmpty(), kept.count() == 0, "empty, and the count zero");
    kept.deliver();
    requireSame(kept.isEmpty(), true, "empty");
    requireSame(kept.count(), 0L, "left");
    requireSame(evicted.toString(), written.toString(), "evicted");
    requireSame(told.toString(), written.toString(), "told");
  }

  private static void requireSame(Object is, Object expected, String what) {
    if (!is.equals(expected)) {
      throw new IllegalStateException(what + ": " + is + " instead of " + expected);
    }
  }
}
