package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Clearing;
import dev.larder.spi.Clearing.CacheStore;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Leasing.Found;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that clears a cache at once. {@link #store} and {@link #other} are opened
 * for {@link #CACHE_KEY}.
 *
 * @param <S> the store, opened for one cache
 */
public interface ClearingContract<S extends CacheStore> extends StoreContract<S> {
  /** How the keys of the contracts' cache begin. */
  String CACHE_KEY = "contract:1:test";

  /** What opens the store for a cache. */
  Clearing clearing();

  @Test
  default void aClearedCacheIsEmptyForAll() {
    String one = newKey();
    String two = newKey();
    store().put(one, bytes("one"), LONG);
    other().put(two, bytes("two"), Duration.ZERO);
    store().clear();
    for (S each : List.of(store(), other())) {
      assertThat(each.get(one)).isNull();
      assertThat(each.get(two)).isNull();
    }
    assertThat(store().remove(one)).isFalse();
  }

  @Test
  default void aClearedCacheIsFilledAnew() {
    String key = newKey();
    other().put(key, bytes("old"), LONG);
    store().clear();
    other().put(key, bytes("new"), LONG);
    assertThat(store().get(key)).isEqualTo(bytes("new"));
    other().clear();
    store().put(key, bytes("newer"), LONG);
    assertThat(other().get(key)).isEqualTo(bytes("newer"));
  }

  @Test
  default void aKeyWithoutPartsIsClearedToo() {
    store().put(CACHE_KEY, bytes("one"), LONG);
    other().clear();
    assertThat(store().get(CACHE_KEY)).isNull();
  }

  @Test
  default void otherCachesKeepTheirEntries() {
    for (String cacheKey :
        new String[] {CACHE_KEY + "2", "contract:1:tes", "contract:2:test", CACHE_KEY + "~1"}) {
      CacheStore cache = clearing().open(cacheKey);
      String key = newKey().replace(CACHE_KEY, cacheKey);
      cache.put(key, bytes("one"), LONG);
      store().clear();
      assertThat(cache.get(key)).as(cacheKey).isEqualTo(bytes("one"));
    }
  }

  @Test
  default void closingACacheClosesNothing() {
    CacheStore cache = clearing().open("contract:1:closed");
    cache.close();
    cache.put("contract:1:closed:1", bytes("one"), LONG);
    assertThat(cache.get("contract:1:closed:1")).isEqualTo(bytes("one"));
  }

  @Test
  default void aClearedEntryHasNoLife() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    other().clear();
    if (store() instanceof Expiring expiring) {
      assertThat(expiring.read(key)).isNull();
      assertThat(expiring.touch(key, LONG)).isFalse();
      assertThat(store().get(key)).isNull();
    }
  }

  @Test
  default void i5_aFillAfterAClearIsNotKept() {
    String key = newKey();
    if (store() instanceof Leasing leasing && other() instanceof Leasing others) {
      Lease lease = ((Granted) leasing.readOrLease(key, LONG)).lease();
      other().clear();
      assertThat(lease.fill(bytes("old"), LONG)).isFalse();
      assertThat(store().get(key)).isNull();
      assertThat(others.readOrLease(key, LONG)).isInstanceOf(Granted.class);
    }
  }

  /** Who has not heard of the clear yet must not take the lease of who has. */
  @Test
  default void i4_afterAClearOneCallerIsGrantedTheLease() {
    String key = newKey();
    if (store() instanceof Leasing leasing && other() instanceof Leasing others) {
      other().put(key, bytes("old"), LONG);
      store().clear();
      Lease lease = ((Granted) leasing.readOrLease(key, LONG)).lease();
      assertThat(others.readOrLease(key, LONG)).isInstanceOf(Held.class);
      assertThat(lease.fill(bytes("new"), LONG)).isTrue();
      assertThat(other().get(key)).isEqualTo(bytes("new"));
    }
  }

  /** A read that is made twice, because of a clear, must leave no lease behind. */
  @Test
  default void afterAClearAValueThatIsFoundLeavesNoLease() {
    String key = newKey();
    if (store() instanceof Leasing leasing && other() instanceof Leasing others) {
      other().put(key, bytes("old"), LONG);
      store().clear();
      store().put(key, bytes("new"), LONG);
      assertThat(others.readOrLease(key, LONG)).isInstanceOf(Found.class);
      assertThat(leasing.tryLease(key, LONG)).isInstanceOf(Granted.class);
    }
  }

  @Test
  default void aClearedEntryIsLoadedAnewUnderALease() {
    String key = newKey();
    store().put(key, bytes("old"), LONG);
    other().clear();
    if (store() instanceof Leasing leasing) {
      Granted granted = (Granted) leasing.readOrLease(key, LONG);
      assertThat(granted.present()).isNull();
      assertThat(granted.lease().fill(bytes("new"), LONG)).isTrue();
      assertThat(other().get(key)).isEqualTo(bytes("new"));
    }
  }
}
