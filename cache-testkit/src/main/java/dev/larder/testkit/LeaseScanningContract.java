package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Leasing;
import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that both grants leases and walks its keys.
 *
 * @param <S> the store
 */
public interface LeaseScanningContract<S extends Store & Leasing & Scanning>
    extends LeasingContract<S>, ScanningContract<S> {
  @Test
  default void i5_scanGivesKeysThatHaveALeaseAlone() {
    String key = newKey();
    other().readOrLease(key, LONG);
    List<String> keys = new ArrayList<>();
    store().scan(key, keys::add);
    assertThat(keys).contains(key).allMatch(key::equals);
  }
}
