package dev.larder.protocol;

import dev.larder.protocol.StoreModel.Call;
import dev.larder.protocol.World.OfKey;
import dev.larder.protocol.World.OfPlace;
import dev.larder.protocol.World.OfProcess;
import dev.larder.protocol.World.OfWorker;
import java.util.List;

/**
 * A thread of a process that goes through its operations step by step, as the engine does: its
 * reads are those of {@code Reader} and {@code LoadRun}, its writes those of {@code Writer}.
 */
final class Worker implements Actor {
  /** Where a worker is: the step that it makes next. */
  enum At {
    IDLE,
    JOIN,
    WAITING,
    LOOK_AGAIN,
    ASK,
    ASK_AGAIN,
    TRY_LEASE,
    LEASE,
    PROMOTE,
    LOAD,
    FILL,
    RELEASE,
    KEEP,
    CHECK,
    FILL_BARE,
    CHECK_AFTER,
    DISCARD_BEGIN,
    DISCARD,
    DISCARD_END,
    BEGIN_WRITE,
    DROP_FIRST,
    TELL_FIRST,
    PUT,
    REMOVE,
    CLEAR,
    END_WRITE,
    CLEAR_LOCAL,
    TELL
  }

  private final Bounds bounds;
  private final StoreModel store;
  private final int me;
  private final int process;
  private final List<Operation> menu;

  Worker(Bounds bounds, StoreModel store, int me) {
    this.bounds = bounds;
    this.store = store;
    this.me = me;
    this.process = bounds.workers().get(me).process();
    this.menu = bounds.workers().get(me).menu();
  }

  @Override
  public String name() {
    return "worker " + me + " of process " + process;
  }

  private static final At[] PLACES = At.values();
  private static final Operation[] OPERATIONS = Operation.values();

  private At at(World world) {
    return PLACES[world.get(OfWorker.AT, me)];
  }

  private void go(World world, At at) {
    world.set(OfWorker.AT, me, at.ordinal());
  }

  private int get(World world, OfWorker what) {
    return world.get(what, me);
  }

  private void set(World world, OfWorker what, int value) {
    world.set(what, me, value);
  }

  private int key(World world) {
    return get(world, OfWorker.KEY);
  }

  private Fence fence(World world) {
    return new Fence(world, process, key(world));
  }

  private Operation operation(World world) {
    return OPERATIONS[get(world, OfWorker.OPERATION) - 1];
  }

  @Override
  public int choices(World world) {
    At at = at(world);
    return switch (at) {
      case IDLE ->
          get(world, OfWorker.BEGUN) < bounds.operations() ? menu.size() * bounds.keys() : 0;
      case WAITING -> 0;
      case ASK_AGAIN, LOAD -> 2;
      default -> call(at) == null ? 1 : store.choices(world, call(at), me);
    };
  }

  /** The store's part in a step; null: none. */
  private static Call call(At at) {
    return switch (at) {
      case ASK -> Call.READ_OR_LEASE;
      case TRY_LEASE -> Call.TRY_LEASE;
      case LEASE -> Call.LEASE;
      case FILL -> Call.FILL;
      case FILL_BARE, PUT -> Call.PUT;
      case RELEASE -> Call.RELEASE;
      case REMOVE, DISCARD -> Call.REMOVE;
      case CLEAR -> Call.CLEAR;
      default -> null;
    };
  }

  @Override
  public String take(World world, int choice) {
    At at = at(world);
    Call call = call(at);
    if (call != null) {
      int leased = world.get(OfKey.LEASE, key(world));
      store.step(world, call, me, choice);
      checkLease(world, leased);
      boolean again = get(world, OfWorker.ANSWER) == StoreModel.AGAIN;
      if (again || get(world, OfWorker.PHASE) != 0) {
        return (again ? "will repeat " : "is in the middle of ") + call;
      }
      return answered(world, call);
    }
    return switch (at) {
      case IDLE -> begin(world, menu.get(choice % menu.size()), choice / menu.size());
      case JOIN -> join(world);
      case LOOK_AGAIN -> lookAgain(world);
      case ASK_AGAIN -> askAgain(world, choice);
      case PROMOTE -> keep(world, "keeps what it found in the local tier");
      case LOAD -> load(world, choice);
      case KEEP -> keepLoaded(world);
      case CHECK -> check(world);
      case CHECK_AFTER -> checkAfter(world);
      case DISCARD_BEGIN, BEGIN_WRITE -> beginWrite(world, at);
      case DISCARD_END -> endDiscard(world);
      case DROP_FIRST -> dropFirst(world);
      case TELL_FIRST -> tellFirst(world);
      case END_WRITE -> endWrite(world);
      case CLEAR_LOCAL -> clearLocal(world);
      case TELL -> tell(world);
      default -> throw new IllegalStateException("no step at " + at);
    };
  }

  /** Nobody but a refresh takes a lease that another has. */
  private void checkLease(World world, int before) {
    int mine = store.token(world, me);
    boolean taken = before != mine && world.get(OfKey.LEASE, key(world)) == mine;
    if (taken && before != 0 && operation(world) != Operation.REFRESH) {
      world.broke(Promise.ONE_LOAD);
    }
  }

  private String begin(World world, Operation operation, int key) {
    if (!affords(world, operation)) {
      return null;
    }
    set(world, OfWorker.BEGUN, get(world, OfWorker.BEGUN) + 1);
    set(world, OfWorker.OPERATION, operation.ordinal() + 1);
    set(world, OfWorker.KEY, key);
    set(world, OfWorker.FLOOR, world.get(OfKey.ACKNOWLEDGED, key));
    set(world, OfWorker.LOCAL_FLOOR, hears(world, key) ? world.get(OfKey.ACKNOWLEDGED, key) : 0);
    return switch (operation) {
      case READ -> look(world);
      case REFRESH -> beginRefresh(world);
      case CLEAR -> beginClear(world);
      default -> writeSource(world, operation);
    };
  }

  private boolean affords(World world, Operation operation) {
    return switch (operation) {
      case READ -> true;
      case REFRESH -> world.spend(Budget.REFRESH);
      case CLEAR -> world.spend(Budget.CLEAR);
      default -> !(bounds.writesInTurn() && isAnyWriting(world)) && world.spend(Budget.WRITE);
    };
  }

  /** Whether somebody has written the source, and the store not yet. */
  private boolean isAnyWriting(World world) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      int operation = world.get(OfWorker.OPERATION, worker);
      boolean writes = operation != 0 && OPERATIONS[operation - 1].writes();
      if (writes && PLACES[world.get(OfWorker.AT, worker)].compareTo(At.END_WRITE) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether everything that was acknowledged has been heard of here. */
  private boolean hears(World world, int key) {
    return world.get(OfPlace.MESSAGE, process, key) == 0
        && world.get(OfPlace.LOST, process, key) == 0
        && world.get(OfProcess.CHANNEL, process) == 0;
  }

  private String look(World world) {
    int local = world.get(OfPlace.LOCAL, process, key(world));
    if (local != 0) {
      return answerLocal(world, local, "reads, and finds it in the local tier");
    }
    go(world, At.JOIN);
    return "reads, and finds nothing in the local tier";
  }

  private String answerLocal(World world, int value, String what) {
    set(world, OfWorker.VALUE, value);
    checkAnswer(world, value, get(world, OfWorker.LOCAL_FLOOR));
    end(world, value);
    return what;
  }

  private void checkAnswer(World world, int value, int floor) {
    if (value < floor && store.leases()) {
      world.broke(Promise.ANSWER_FRESH);
    }
  }

  /** Ends the operation; whoever waited for its load gets the value, or an exception (zero). */
  private void end(World world, int value) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      if (world.get(OfWorker.AWAITED, worker) == me + 1) {
        if (value != 0) {
          checkAnswer(world, value, world.get(OfWorker.LOCAL_FLOOR, worker));
        }
        world.forget(worker);
      }
    }
    world.forget(me);
  }

  private String join(World world) {
    int loading = fence(world).join(me);
    if (loading == me) {
      go(world, At.LOOK_AGAIN);
      return "registers its load";
    }
    set(world, OfWorker.AWAITED, loading + 1);
    go(world, At.WAITING);
    return "waits for the load of worker " + loading;
  }

  private String lookAgain(World world) {
    int local = world.get(OfPlace.LOCAL, process, key(world));
    if (local == 0) {
      go(world, At.ASK);
      return "finds nothing in the local tier still";
    }
    fence(world).unregister(me);
    return answerLocal(world, local, "finds in the local tier what another has loaded");
  }

  private String askAgain(World world, int choice) {
    if (choice == 0) {
      if (!store.mayAnswer(world, me)) {
        return null;
      }
      go(world, At.ASK);
      return "has waited for the lease, and will ask again";
    }
    go(world, At.LOAD);
    return world.spend(Budget.IMPATIENCE) ? "no longer waits for the lease" : null;
  }

  /** The store has answered. */
  private String answered(World world, Call call) {
    int answer = get(world, OfWorker.ANSWER);
    switch (call) {
      case READ_OR_LEASE, LEASE, TRY_LEASE -> go(world, afterReading(answer));
      case FILL -> go(world, At.KEEP);
      case RELEASE -> endFailed(world);
      case PUT -> go(world, at(world) == At.FILL_BARE ? At.CHECK_AFTER : At.END_WRITE);
      case REMOVE -> go(world, afterRemove(world));
      case CLEAR -> go(world, At.CLEAR_LOCAL);
    }
    return switch (call) {
      case READ_OR_LEASE, TRY_LEASE, LEASE -> call + ": the store answers " + named(answer);
      case FILL -> "fills the store: " + named(answer);
      case PUT -> "puts into the store";
      default -> call + " in the store";
    };
  }

  private static At afterReading(int answer) {
    return switch (answer) {
      case StoreModel.FOUND -> At.PROMOTE;
      case StoreModel.UNREADABLE -> At.TRY_LEASE;
      case StoreModel.HELD -> At.ASK_AGAIN;
      default -> At.LOAD;
    };
  }

  private static String named(int answer) {
    return switch (answer) {
      case StoreModel.FOUND -> "found";
      case StoreModel.UNREADABLE -> "found, but of the other build";
      case StoreModel.GRANTED -> "leased";
      case StoreModel.HELD -> "held by another";
      case StoreModel.ABSENT -> "absent";
      case StoreModel.ACCEPTED -> "accepted";
      default -> "refused";
    };
  }

  private At afterRemove(World world) {
    if (at(world) == At.DISCARD) {
      return bounds.has(Flaw.BARE_DISCARD) ? At.KEEP : At.DISCARD_END;
    }
    return bounds.has(Flaw.LOCAL_FIRST) ? At.TELL : At.END_WRITE;
  }

  private String load(World world, int choice) {
    int answer = get(world, OfWorker.ANSWER);
    if (choice == 1) {
      if (!world.spend(Budget.FAILED_LOAD)) {
        return null;
      }
      if (answer == StoreModel.GRANTED) {
        go(world, At.RELEASE);
      } else {
        endFailed(world);
      }
      return "loads, and the source throws";
    }
    set(world, OfWorker.VALUE, world.get(OfKey.SOURCE, key(world)));
    go(
        world,
        switch (answer) {
          case StoreModel.GRANTED -> At.FILL;
          case StoreModel.ABSENT -> At.CHECK;
          default -> At.KEEP;
        });
    return "loads from the source";
  }

  private void endFailed(World world) {
    fence(world).unregister(me);
    end(world, 0);
  }

  private String keepLoaded(World world) {
    boolean keeps = get(world, OfWorker.ANSWER) == StoreModel.ACCEPTED;
    return keep(world, keeps, "ends its load");
  }

  private String keep(World world, String what) {
    return keep(world, true, what);
  }

  private String keep(World world, boolean keeps, String what) {
    int value = get(world, OfWorker.VALUE);
    if (keeps && bounds.has(Flaw.LOCAL_UNFENCED)) {
      world.set(OfPlace.LOCAL, process, key(world), value);
    }
    if (keeps) {
      fence(world).finish(me, value);
    } else {
      fence(world).unregister(me);
    }
    checkAnswer(world, value, get(world, OfWorker.FLOOR));
    if (operation(world) == Operation.REFRESH) {
      release(world, value);
      go(world, At.TELL);
    } else {
      end(world, value);
    }
    return what;
  }

  /** Whoever waits for the load of this worker, which goes on, has the value. */
  private void release(World world, int value) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      if (world.get(OfWorker.AWAITED, worker) == me + 1) {
        checkAnswer(world, value, world.get(OfWorker.LOCAL_FLOOR, worker));
        world.forget(worker);
      }
    }
  }

  /** Without a lease, only what this process itself writes is known of. */
  private boolean mayFillBare(World world) {
    boolean alone = bounds.has(Flaw.WRITES_UNSEEN) || fence(world).holdsAlone(me);
    return bounds.has(Flaw.NO_LEASE) || (alone && fence(world).holds(me));
  }

  private String check(World world) {
    boolean holds = mayFillBare(world);
    set(world, OfWorker.ANSWER, StoreModel.REFUSED);
    go(world, holds ? At.FILL_BARE : At.KEEP);
    return "looks whether its load is registered still";
  }

  private String checkAfter(World world) {
    boolean holds = mayFillBare(world);
    set(world, OfWorker.ANSWER, holds ? StoreModel.ACCEPTED : StoreModel.REFUSED);
    At discard = bounds.has(Flaw.BARE_DISCARD) ? At.DISCARD : At.DISCARD_BEGIN;
    go(world, holds ? At.KEEP : discard);
    return "looks again whether its load is registered";
  }

  private String endDiscard(World world) {
    fence(world).endWrite(0);
    tellOthers(world);
    go(world, At.KEEP);
    return "drops the local entry too, and tells the others";
  }

  private String beginRefresh(World world) {
    fence(world).replace(me);
    go(world, At.LEASE);
    return "refreshes, and registers its load instead of any other";
  }

  private String beginClear(World world) {
    set(world, OfWorker.VALUE, world.get(OfKey.SOURCE, key(world)));
    go(world, At.CLEAR);
    return "clears";
  }

  private String writeSource(World world, Operation operation) {
    int version = world.get(OfKey.SOURCE, key(world)) + 1;
    world.set(OfKey.SOURCE, key(world), version);
    set(world, OfWorker.VALUE, version);
    go(world, operation == Operation.WRITE_AND_CLEAR ? At.CLEAR : firstOfWrite(operation));
    return "writes the source, to " + operation;
  }

  private At firstOfWrite(Operation operation) {
    if (operation == Operation.EVICT && bounds.has(Flaw.LOCAL_FIRST)) {
      return At.DROP_FIRST;
    }
    return bounds.has(Flaw.MESSAGE_FIRST) ? At.TELL_FIRST : At.BEGIN_WRITE;
  }

  private String dropFirst(World world) {
    fence(world).drop();
    go(world, At.REMOVE);
    return "drops the local entry";
  }

  private String tellFirst(World world) {
    tellOthers(world);
    go(world, At.BEGIN_WRITE);
    return "tells the others";
  }

  private String beginWrite(World world, At at) {
    if (!bounds.has(Flaw.PUT_UNBRACKETED)) {
      fence(world).beginWrite();
    }
    if (at == At.DISCARD_BEGIN) {
      go(world, At.DISCARD);
    } else {
      go(world, operation(world) == Operation.PUT ? At.PUT : At.REMOVE);
    }
    return "begins its write";
  }

  private String endWrite(World world) {
    int value = operation(world) == Operation.PUT ? get(world, OfWorker.VALUE) : 0;
    if (bounds.has(Flaw.PUT_UNBRACKETED)) {
      fence(world).drop();
      world.set(OfPlace.LOCAL, process, key(world), value);
    } else {
      fence(world).endWrite(value);
    }
    if (bounds.has(Flaw.MESSAGE_FIRST)) {
      acknowledge(world);
    } else {
      go(world, At.TELL);
    }
    return value == 0 ? "drops the local entry" : "puts into the local tier";
  }

  /** Each key under way is dropped by itself, then the rest. */
  private String clearLocal(World world) {
    int next = get(world, OfWorker.PHASE);
    while (next < bounds.keys() && !new Fence(world, process, next).isBusy()) {
      next++;
    }
    if (next < bounds.keys()) {
      new Fence(world, process, next).drop();
      set(world, OfWorker.PHASE, next + 1);
      return "drops the local entry of key " + next + ", for which something is under way";
    }
    for (int key = 0; key < bounds.keys(); key++) {
      world.set(OfPlace.LOCAL, process, key, 0);
    }
    set(world, OfWorker.PHASE, 0);
    go(world, At.TELL);
    return "empties the local tier";
  }

  private String tell(World world) {
    tellOthers(world);
    if (operation(world) == Operation.REFRESH) {
      world.forget(me);
    } else {
      acknowledge(world);
    }
    return "tells the others, and returns";
  }

  private void tellOthers(World world) {
    boolean all = operation(world).clears();
    for (int other = 0; other < bounds.processes(); other++) {
      for (int key = 0; key < bounds.keys(); key++) {
        boolean arrives = other != process && world.get(OfProcess.CHANNEL, other) != 1;
        if (arrives && (all || key == key(world))) {
          world.set(OfPlace.MESSAGE, other, key, 1);
        }
      }
    }
  }

  private void acknowledge(World world) {
    int key = key(world);
    int value = get(world, OfWorker.VALUE);
    world.set(OfKey.ACKNOWLEDGED, key, Math.max(world.get(OfKey.ACKNOWLEDGED, key), value));
    boolean put =
        store.leases() && operation(world) == Operation.PUT && get(world, OfWorker.DISTURBED) == 0;
    if (put && !(store.isValid(world, key) && world.get(store.ownVariant(me), key) >= value)) {
      world.broke(Promise.PUT_KEPT);
    }
    world.forget(me);
  }
}
