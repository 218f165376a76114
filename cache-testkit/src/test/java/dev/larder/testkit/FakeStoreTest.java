package dev.larder.testkit;

import dev.larder.spi.Clearing;
import dev.larder.spi.Counting;
import java.time.Duration;

class FakeStoreTest
    implements ExpiringContract<FakeStore>,
        LeaseScanningContract<FakeStore>,
        MessagingContract<FakeStore>,
        AnnouncingContract<FakeStore>,
        ComparingContract<FakeStore>,
        BulkContract<FakeStore>,
        ClearingContract<FakeStore>,
        CountingContract {
  private final FakeClock clock = new FakeClock();
  private final FakeStore connection = FakeStore.on(clock);
  private final FakeStore store = connection.open(CACHE_KEY);
  private final FakeStore other = connection.connect().open(CACHE_KEY);

  @Override
  public FakeStore store() {
    return store;
  }

  @Override
  public FakeStore other() {
    return other;
  }

  @Override
  public void loseCount(String channel) {
    connection.messages().forgetNumbers();
  }

  @Override
  public void elapse(Duration time) {
    clock.advance(time);
  }

  @Override
  public Clearing clearing() {
    return connection;
  }

  @Override
  public Counting counting() {
    return connection;
  }

  @Override
  public Counting otherCounting() {
    return other;
  }
}
