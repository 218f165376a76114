package dev.larder.internal.load;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders, key by key, what loads and writes do to a local tier, so that no value older than a write
 * stays there after it (I5).
 *
 * <p>A key has a state only while a load or a write of it is under way. Every change of the local
 * tier is made inside the update of that state, which is atomic for its key; reads never come here.
 * The rules:
 *
 * <ul>
 *   <li>A load registers before it asks the distributed tier or the source. Its value is stored
 *       only if it is registered still.
 *   <li>A write (a put, an evict, another process's invalidation) unregisters the load. Whoever
 *       waits for it gets its value; whoever comes later begins another.
 *   <li>A write of two steps brackets a change of the distributed tier. If another write of the key
 *       came between its steps, nobody here knows which of the two the distributed tier saw last,
 *       and the local tier is left without the key.
 * </ul>
 *
 * @param <V> the loaded values
 */
public final class Fence<V> {
  /**
   * So many that two keys under way are seldom in one bin, whose lock is held while the local tier
   * is changed: with the usual 16, every twentieth load waited for another key's.
   */
  private static final int MANY_BINS = 1_024;

  private final ConcurrentHashMap<Object, State<V>> states;

  /** For a few keys at a time. */
  public Fence() {
    this(new ConcurrentHashMap<>());
  }

  private Fence(ConcurrentHashMap<Object, State<V>> states) {
    this.states = states;
  }

  /** For many threads, each with a key of its own. */
  public static <V> Fence<V> ofMany() {
    return new Fence<>(new ConcurrentHashMap<>(MANY_BINS / 2));
  }

  /**
   * What is under way for one key.
   *
   * @param load the registered load
   * @param writes how many writes are between their steps
   * @param raced whether any two writes overlapped since there was none
   * @param spoilt whether what the load finds must not be kept in the local tier
   */
  private record State<V>(@Nullable Load<V> load, int writes, boolean raced, boolean spoilt) {
    static <V> State<V> of(@Nullable State<V> present) {
      return present == null ? new State<>(null, 0, false, false) : present;
    }

    State<V> withLoad(@Nullable Load<V> changed) {
      return new State<>(changed, writes, raced, false);
    }

    /** After a write of one step. */
    State<V> written() {
      return new State<>(null, writes, writes > 0, false);
    }

    State<V> writeBegun() {
      return new State<>(load, writes + 1, raced || writes > 0, spoilt);
    }

    /** Null as {@link #orNull} has it; made of nothing, as there may be no room left. */
    @Nullable State<V> writeEnded() {
      return writes == 1 ? null : new State<>(null, writes - 1, raced, false);
    }

    State<V> spoiled() {
      return new State<>(load, writes, writes > 0, true);
    }

    /** Null, so that the map forgets the key, when nothing is under way. */
    @Nullable State<V> orNull() {
      return load == null && writes == 0 ? null : this;
    }
  }

  /**
   * Registers the load if the key has none; gives the one that is registered then. One that is
   * complete and registered still was left behind by a thread that failed, and counts for none; so
   * does, to who is to load, one that only looks.
   */
  public Load<V> join(Object key, Load<V> mine) {
    State<V> joined =
        states.compute(
            key,
            (k, present) -> {
              State<V> state = State.of(present);
              Load<V> registered = state.load();
              return registered == null || registered.isComplete() || registered.yieldsTo(mine)
                  ? state.withLoad(mine)
                  : state;
            });
    return joined.load() == null ? mine : joined.load();
  }

  /** Registers the load instead of whichever is registered. */
  public void replace(Object key, Load<V> mine) {
    states.compute(key, (k, present) -> State.of(present).withLoad(mine));
  }

  /**
   * Ends a load: changes the local tier, unless the load was {@linkplain #spoil spoilt}, and
   * unregisters it, if it is registered still.
   *
   * @return whether it was
   */
  public boolean finish(Object key, Load<V> load, Runnable change) {
    boolean[] finished = {false};
    states.computeIfPresent(
        key,
        (k, state) -> {
          if (state.load() != load) {
            return state;
          }
          if (!state.spoilt()) {
            change.run();
          }
          finished[0] = true;
          return state.withLoad(null).orNull();
        });
    return finished[0];
  }

  /**
   * Whether the load is registered still, and no write is between its steps: that one may have
   * changed the distributed tier already.
   */
  public boolean holds(Object key, Load<V> load) {
    State<V> state = states.get(key);
    return state != null && state.load() == load && state.writes() == 0;
  }

  /** Whether the load is registered still: no write of the key has ended since it was. */
  public boolean isRegistered(Object key, Load<V> load) {
    State<V> state = states.get(key);
    return state != null && state.load() == load;
  }

  /** Whether the current thread runs the registered load of the key. */
  public boolean isLoadedHere(Object key) {
    State<V> state = states.get(key);
    return state != null && state.load() != null && state.load().isOwn();
  }

  /**
   * A write of one step.
   *
   * @param change changes the local tier, and says whether it did: if not, it was no write
   * @return what the change said
   */
  public boolean write(Object key, BooleanSupplier change) {
    boolean[] changed = {false};
    states.compute(
        key,
        (k, present) -> {
          State<V> state = State.of(present);
          changed[0] = change.getAsBoolean();
          return (changed[0] ? state.written() : state).orNull();
        });
    return changed[0];
  }

  /**
   * Lets nothing stay in the local tier that a load or a write of this key brings that is under
   * way; other than a write, it leaves the load registered.
   */
  public void spoil(Object key) {
    states.computeIfPresent(key, (k, state) -> state.spoiled());
  }

  /** The first step of a write, before the distributed tier is changed. */
  public void beginWrite(Object key) {
    states.compute(key, (k, present) -> State.of(present).writeBegun());
  }

  /**
   * The second step of a write, after the distributed tier was changed. It ends the write whatever
   * the change throws, and throws that.
   *
   * @param alone changes the local tier if no other write came between
   * @param raced changes it otherwise, and where that has thrown
   */
  public void endWrite(Object key, Runnable alone, Runnable raced) {
    boolean ended = false;
    try {
      states.compute(
          key,
          (k, present) -> {
            State<V> state = State.of(present);
            (state.raced() ? raced : alone).run();
            return state.writeEnded();
          });
      ended = true;
    } finally {
      if (!ended) {
        endAnyhow(key, raced);
      }
    }
  }

  /**
   * No heap or no stack was left: a write that never ended would let no load of its key be kept.
   */
  private void endAnyhow(Object key, Runnable raced) {
    try {
      write(
          key,
          () -> {
            raced.run();
            return true;
          });
    } finally {
      states.computeIfPresent(key, (k, state) -> state.writeEnded());
    }
  }

  /**
   * The keys for which something is under way; those that it was when this was called are among
   * them.
   */
  public Set<Object> keys() {
    return states.keySet();
  }
}
