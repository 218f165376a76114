package dev.larder.testkit;

import java.time.Duration;

class PlainStoreTest implements StoreContract<PlainStore> {
  private final FakeClock clock = new FakeClock();
  private final FakeStore contents = FakeStore.on(clock);
  private final PlainStore store = new PlainStore(contents);
  private final PlainStore other = new PlainStore(contents.connect());

  @Override
  public PlainStore store() {
    return store;
  }

  @Override
  public PlainStore other() {
    return other;
  }

  @Override
  public void elapse(Duration time) {
    clock.advance(time);
  }
}
