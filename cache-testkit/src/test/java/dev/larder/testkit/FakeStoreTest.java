package dev.larder.testkit;

import java.time.Duration;

class FakeStoreTest
    implements ExpiringContract<FakeStore>,
        LeaseScanningContract<FakeStore>,
        MessagingContract<FakeStore>,
        ComparingContract<FakeStore> {
  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);
  private final FakeStore other = store.connect();

  @Override
  public FakeStore store() {
    return store;
  }

  @Override
  public FakeStore other() {
    return other;
  }

  @Override
  public void elapse(Duration time) {
    clock.advance(time);
  }
}
