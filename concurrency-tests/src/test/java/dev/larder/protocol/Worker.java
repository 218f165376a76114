package dev.larder.protocol;

import java.util.List;

/** A thread of a process that goes through its operations step by step, as the engine does. */
final class Worker implements Actor {
  private final Bounds bounds;
  private final StoreModel store;
  private final Self self;
  private final ReadSteps reads;
  private final WriteSteps writes;
  private final List<Operation> menu;

  Worker(Bounds bounds, StoreModel store, int me) {
    this.bounds = bounds;
    this.store = store;
    this.self = new Self(bounds, store, me);
    this.reads = new ReadSteps(self);
    this.writes = new WriteSteps(self);
    this.menu = bounds.workers().get(me).menu();
  }

  @Override
  public String name() {
    return "worker " + self.me() + " of process " + self.process();
  }

  @Override
  public int choices(World world) {
    At at = self.at(world);
    if (at.call() != null) {
      // Each of the call's next steps, and each once more with its answer lost; or it never came.
      int steps = store.choices(world, at.call(), self.me());
      return bounds.budgets().containsKey(Budget.FAILED_CALL) ? 2 * steps + 1 : steps;
    }
    return switch (at) {
      case IDLE -> mayBegin(world) ? menu.size() * bounds.keys() : 0;
      case WAITING -> 0;
      case ASK_AGAIN, LOAD -> 2;
      default -> 1;
    };
  }

  private boolean mayBegin(World world) {
    return self.get(world, OfWorker.BEGUN) < bounds.operations();
  }

  @Override
  public String take(World world, int choice) {
    At at = self.at(world);
    return at.call() == null ? step(world, at, choice) : call(world, at, choice);
  }

  private String step(World world, At at, int choice) {
    return switch (at) {
      case IDLE -> begin(world, menu.get(choice % menu.size()), choice / menu.size());
      case LOOK -> reads.look(world);
      case JOIN -> reads.join(world);
      case LOOK_AGAIN -> reads.lookAgain(world);
      case ASK_AGAIN -> reads.askAgain(world, choice);
      case PROMOTE -> reads.promote(world);
      case LOAD -> reads.load(world, choice);
      case KEEP -> reads.keepLoaded(world);
      case CHECK -> reads.check(world);
      case CHECK_AFTER -> reads.checkAfter(world);
      case DISCARD_BEGIN -> reads.beginDiscard(world);
      case DISCARD_END -> reads.endDiscard(world);
      case BEGIN_WRITE -> writes.beginWrite(world);
      case DROP_FIRST -> writes.dropFirst(world);
      case TELL_FIRST -> writes.tellFirst(world);
      case END_WRITE -> writes.endWrite(world);
      case CLEAR_LOCAL -> writes.clearLocal(world);
      case TELL -> writes.tell(world);
      default -> throw new IllegalStateException("no step at " + at);
    };
  }

  private String begin(World world, Operation operation, int key) {
    if (!affords(world, operation)) {
      return null;
    }
    if (operation == Operation.BULK) {
      return beginBulk(world, key);
    }
    self.begin(world, operation, key);
    return switch (operation) {
      case READ -> reads.look(world);
      case REFRESH -> reads.beginRefresh(world);
      case CLEAR -> writes.beginClear(world);
      default -> writes.writeSource(world);
    };
  }

  /** The two keys of a bulk read go their way side by side; the partner does the second one. */
  private String beginBulk(World world, int key) {
    int partner = bounds.partner(self.me());
    if (key != 0 || world.get(OfWorker.OPERATION, partner) != 0) {
      return null;
    }
    Self other = new Self(bounds, store, partner);
    self.begin(world, Operation.BULK, 0);
    other.begin(world, Operation.BULK, 1);
    self.go(world, At.LOOK);
    other.go(world, At.LOOK);
    return "reads two keys at once";
  }

  private boolean affords(World world, Operation operation) {
    return switch (operation) {
      case READ, BULK -> true;
      case REFRESH -> world.spend(Budget.REFRESH);
      case CLEAR -> world.spend(Budget.CLEAR);
      default -> !(bounds.writesInTurn() && isAnyWriting(world)) && world.spend(Budget.WRITE);
    };
  }

  /** Whether somebody has written the source, and the store not yet. */
  private boolean isAnyWriting(World world) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      Self other = new Self(bounds, store, worker);
      if (world.get(OfWorker.OPERATION, worker) != 0
          && other.operation(world).writes()
          && other.at(world).isBeforeStored()) {
        return true;
      }
    }
    return false;
  }

  private String call(World world, At at, int choice) {
    int steps = store.choices(world, at.call(), self.me());
    boolean fails = choice >= steps;
    if (fails && !world.spend(Budget.FAILED_CALL)) {
      return null;
    }
    if (choice < 2 * steps) {
      int before = store.holder(world, self.key(world));
      store.step(world, at.call(), self.me(), choice % steps);
      checkLease(world, before);
    }
    return fails ? failed(world, at) : progress(world, at);
  }

  /** Nobody but a refresh takes a lease that another has. */
  private void checkLease(World world, int before) {
    int mine = store.token(world, self.me());
    boolean taken = before != mine && world.get(OfKey.LEASE, self.key(world)) == mine;
    if (taken && before != 0 && self.operation(world) != Operation.REFRESH) {
      world.broke(Promise.ONE_LOAD);
    }
  }

  private String progress(World world, At at) {
    boolean again = self.answer(world) == StoreModel.AGAIN;
    if (again || self.get(world, OfWorker.PHASE) != 0) {
      return at.call().inWords() + (again ? ": it is to be done again" : ": a part of it");
    }
    return answered(world, at);
  }

  private String answered(World world, At at) {
    return switch (at) {
      case ASK, TRY_LEASE, LEASE -> reads.answered(world);
      case FILL -> {
        self.go(world, At.KEEP);
        yield "fills the store: " + StoreModel.inWords(self.answer(world));
      }
      case FILL_BARE -> {
        self.go(world, At.CHECK_AFTER);
        yield "puts into the store what it loaded";
      }
      case RELEASE -> {
        reads.endFailed(world);
        yield "gives its lease back";
      }
      case DISCARD -> reads.discarded(world);
      case REMOVE -> writes.removed(world);
      case PUT -> writes.put(world);
      default -> writes.cleared(world);
    };
  }

  /** The store's answer does not come; whatever it did, it did. A lease may stand for nobody. */
  private String failed(World world, At at) {
    world.forgetSeen(self.me());
    self.set(world, OfWorker.ANSWER, StoreModel.FAILED);
    world.set(OfProcess.DIED, self.process(), 1);
    answered(world, at);
    return at.call().inWords() + ": no answer comes";
  }
}
