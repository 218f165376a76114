package dev.larder.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What happens without anybody's doing: time passes, messages arrive or do not, things die. */
final class Faults {
  private final Bounds bounds;
  private final StoreModel store;

  Faults(Bounds bounds, StoreModel store) {
    this.bounds = bounds;
    this.store = store;
  }

  List<Actor> actors() {
    List<Actor> actors = new ArrayList<>();
    for (int key = 0; key < bounds.keys(); key++) {
      addOfKey(actors, key);
    }
    for (int process = 0; process < bounds.processes(); process++) {
      for (int key = 0; key < bounds.keys(); key++) {
        addOfPlace(actors, process, key);
      }
      addOfProcess(actors, process);
    }
    actors.add(once("the server", "comes back empty", this::restart));
    return actors;
  }

  private void addOfKey(List<Actor> actors, int key) {
    actors.add(once("the store", "drops the entry", world -> expire(world, key)));
    actors.add(once("the store", "ends the lease", world -> endLease(world, key)));
    actors.add(once("the store", "ends the side lease", world -> endSideLease(world, key)));
    actors.add(once("the store", "loses the generation marker", world -> lose(world, key)));
  }

  private void addOfPlace(List<Actor> actors, int process, int key) {
    String message = "a message to process " + process;
    actors.add(once(message, "arrives", world -> arrive(world, process, key)));
    actors.add(once(message, "arrives, and will again", world -> again(world, process, key)));
    actors.add(once(message, "is lost", world -> loseMessage(world, process, key)));
    actors.add(
        once("process " + process, "drops a local entry", world -> age(world, process, key)));
  }

  private void addOfProcess(List<Actor> actors, int process) {
    String name = "process " + process;
    actors.add(once(name, "dies, and another takes its place", world -> die(world, process)));
    actors.add(once(name, "is cut off from messages", world -> cut(world, process, true)));
    actors.add(once(name, "is cut off, late messages come", world -> cut(world, process, false)));
    actors.add(once(name, "hears messages again", world -> mend(world, process)));
    actors.add(once(name, "is told of the gap", world -> tellGap(world, process)));
  }

  private static Actor once(String name, String what, Predicate<World> happens) {
    return new Actor() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int choices(World world) {
        return 1;
      }

      @Override
      public String take(World world, int choice) {
        return happens.test(world) ? what : null;
      }
    };
  }

  private boolean expire(World world, int key) {
    if (!StoreModel.hasValue(world, key) || !world.spend(Budget.EXPIRY)) {
      return false;
    }
    store.expire(world, key);
    store.disturb(world, key);
    return true;
  }

  private boolean endLease(World world, int key) {
    int token = world.get(OfKey.LEASE, key);
    if (token == 0 || (isWorking(world, token) && !world.spend(Budget.LEASE_END))) {
      return false;
    }
    store.endLease(world, key);
    return true;
  }

  private boolean endSideLease(World world, int key) {
    int token = world.get(OfKey.SIDE_LEASE, key);
    if (token == 0 || (isWorking(world, token) && !world.spend(Budget.LEASE_END))) {
      return false;
    }
    world.set(OfKey.SIDE_LEASE, key, 0);
    world.set(OfKey.SIDE_CAS, key, 0);
    return true;
  }

  /** Whether the operation that was given the lease goes on. */
  boolean isWorking(World world, int token) {
    int worker = (token - 1) / bounds.operations();
    return world.get(OfWorker.OPERATION, worker) != 0 && store.token(world, worker) == token;
  }

  private boolean lose(World world, int key) {
    if (world.get(OfKey.MARKER, key) == 0 || !world.spend(Budget.MARKER_LOSS)) {
      return false;
    }
    world.set(OfKey.MARKER, key, 0);
    store.disturbAll(world);
    return true;
  }

  private boolean restart(World world) {
    if (!world.spend(Budget.RESTART)) {
      return false;
    }
    for (int key = 0; key < bounds.keys(); key++) {
      store.removeEntry(world, key);
      world.set(OfKey.LEASE, key, 0);
      world.set(OfKey.LEASE_STAMP, key, 0);
      world.set(OfKey.CAS, key, 0);
      world.set(OfKey.SIDE_LEASE, key, 0);
      world.set(OfKey.SIDE_CAS, key, 0);
      world.set(OfKey.MARKER, key, 0);
    }
    store.disturbAll(world);
    return true;
  }

  private boolean arrive(World world, int process, int key) {
    if (!again(world, process, key)) {
      return false;
    }
    world.set(OfPlace.MESSAGE, process, key, 0);
    world.set(OfPlace.LOST, process, key, 0);
    return true;
  }

  private boolean again(World world, int process, int key) {
    if (world.get(OfPlace.MESSAGE, process, key) == 0) {
      return false;
    }
    new Fence(world, process, key).drop();
    return true;
  }

  private boolean loseMessage(World world, int process, int key) {
    if (world.get(OfPlace.MESSAGE, process, key) == 0 || !world.spend(Budget.MESSAGE_LOSS)) {
      return false;
    }
    world.set(OfPlace.MESSAGE, process, key, 0);
    world.set(OfPlace.LOST, process, key, 1);
    return true;
  }

  /** The local time to live, after which a lost message does no harm. */
  private boolean age(World world, int process, int key) {
    if (world.get(OfPlace.LOCAL, process, key) == 0 || !world.spend(Budget.LOCAL_EXPIRY)) {
      return false;
    }
    world.set(OfPlace.LOCAL, process, key, 0);
    if (world.get(OfPlace.LOADING, process, key) == 0) {
      world.set(OfPlace.LOST, process, key, 0);
    }
    return true;
  }

  private boolean die(World world, int process) {
    if (!world.spend(Budget.DEATH)) {
      return false;
    }
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      if (store.process(worker) == process) {
        world.forget(worker);
      }
    }
    for (int key = 0; key < bounds.keys(); key++) {
      for (OfPlace each : OfPlace.values()) {
        world.set(each, process, key, 0);
      }
    }
    world.set(OfProcess.CHANNEL, process, 0);
    world.set(OfProcess.DIED, process, 1);
    return true;
  }

  private boolean cut(World world, int process, boolean losing) {
    if (world.get(OfProcess.CHANNEL, process) != 0 || !world.spend(Budget.CUT)) {
      return false;
    }
    world.set(OfProcess.CHANNEL, process, 1);
    for (int key = 0; losing && key < bounds.keys(); key++) {
      world.set(OfPlace.MESSAGE, process, key, 0);
    }
    if (bounds.has(Flaw.GAP_TOLD_EARLY)) {
      clearLocal(world, process);
    }
    return true;
  }

  private boolean mend(World world, int process) {
    if (world.get(OfProcess.CHANNEL, process) != 1) {
      return false;
    }
    world.set(OfProcess.CHANNEL, process, bounds.has(Flaw.GAP_TOLD_EARLY) ? 0 : 2);
    return true;
  }

  private boolean tellGap(World world, int process) {
    if (world.get(OfProcess.CHANNEL, process) != 2) {
      return false;
    }
    world.set(OfProcess.CHANNEL, process, 0);
    clearLocal(world, process);
    return true;
  }

  private void clearLocal(World world, int process) {
    for (int key = 0; key < bounds.keys(); key++) {
      new Fence(world, process, key).drop();
      world.set(OfPlace.LOST, process, key, 0);
    }
  }
}
