package dev.larder.protocol;

/** A store of nothing but get, put and remove. */
class PlainModel extends StoreModel {
  private static final int ALWAYS = 1;

  PlainModel(Bounds bounds) {
    super(bounds);
  }

  @Override
  boolean leases() {
    return false;
  }

  @Override
  void step(World world, Call call, int worker, int choice) {
    int key = key(world, worker);
    switch (call) {
      case READ_OR_LEASE, LEASE, TRY_LEASE -> read(world, worker, key);
      case FILL, PUT -> writeOwn(world, worker, 0, ALWAYS);
      case REMOVE -> {
        removeEntry(world, key);
        disturb(world, key);
      }
      case RELEASE -> {}
      case CLEAR -> throw new IllegalStateException("no generations here");
    }
  }

  private void read(World world, int worker, int key) {
    world.set(OfWorker.VALUE, worker, world.get(OfKey.VALUE_A, key));
    answer(world, worker, hasValue(world, key) ? FOUND : ABSENT);
  }

  @Override
  boolean isValid(World world, int key) {
    return hasValue(world, key);
  }
}
