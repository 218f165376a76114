package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheCodecException;
import dev.larder.CacheManager;
import dev.larder.WriteResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A value that no store can have is not there after a put, and neither is the one before it. */
class UnwritableValueTest extends Managers {
  private static final String TOO_LARGE = "more than ten bytes";

  UnwritableValueTest() {
    super(2, store -> chain -> over(store, true).accept(chain.maxValueSize(10)));
  }

  @Test
  void aPutLeavesNothingOlder() {
    here().put(1L, "old");
    there().get(1L);
    assertThatThrownBy(() -> here().put(1L, TOO_LARGE)).isInstanceOf(CacheCodecException.class);
    assertThat(here().get(1L)).isNull();
    assertThat(there().get(1L)).isNull();
    assertThat(there().get(1L, key -> "new")).isEqualTo("new");
  }

  @Test
  void aFailSafePutLeavesNothingOlder() {
    here().put(1L, "old");
    assertThat(here().failSafe().put(1L, TOO_LARGE)).isInstanceOf(WriteResult.Failed.class);
    assertThat(there().get(1L)).isNull();
  }

  /** As Memcached does, which drops the older one besides. */
  @Test
  void i6_whatTheStoreItselfRefusesIsForgottenByAll() {
    for (Runnable put :
        List.<Runnable>of(
            () -> here().put(1L, "new"), () -> here().putAll(Map.of(1L, "new", 2L, "new")))) {
      store.faults().none();
      there().put(1L, "old");
      there().put(2L, "old");
      store.faults().beforeCalls((call, key) -> refuseIf(call == Call.PUT || call == Call.PUT_ALL));
      assertThatThrownBy(put::run).isInstanceOf(CacheCodecException.class);
      assertThat(there().localHit(1L)).isNull();
      assertThat(there().get(1L)).isNull();
      assertThat(here().get(1L)).isNull();
    }
  }

  private static void refuseIf(boolean condition) {
    if (condition) {
      throw new CacheCodecException("too large for an item");
    }
  }

  @Test
  void theOthersOfABulkArePut() {
    here().putAll(Map.of(1L, "old", 2L, "old"));
    there().get(1L);
    there().get(2L);
    assertThatThrownBy(() -> here().putAll(Map.of(1L, TOO_LARGE, 2L, "new")))
        .isInstanceOf(CacheCodecException.class);
    assertThat(there().get(1L)).isNull();
    assertThat(there().get(2L)).isEqualTo("new");
    assertThat(here().get(2L)).isEqualTo("new");
  }

  @Test
  void theOthersOfABulkArePutThoughTheStoreItselfRefusesOne() {
    try (CacheManager plain = manager(over(new PlainStore(store), false))) {
      Cache<Long, String> cache = plain.cache(USERS);
      Map<Long, String> puts = new LinkedHashMap<>();
      for (long key = 1; key <= 3; key++) {
        cache.put(key, "old");
        puts.put(key, "new");
      }
      store.faults().beforeCalls((call, key) -> refuseIf(call == Call.PUT && key.endsWith(":1")));
      assertThatThrownBy(() -> cache.putAll(puts)).isInstanceOf(CacheCodecException.class);
      assertThat(cache.getAll(List.of(1L, 2L, 3L))).isEqualTo(Map.of(2L, "new", 3L, "new"));
    }
  }

  @Test
  void aRefreshLeavesNothingOlder() {
    here().put(1L, "old");
    assertThat(here().refresh(1L, key -> TOO_LARGE)).isEqualTo(TOO_LARGE);
    assertThat(store.get(here().keyText(1L))).isNull();
  }

  @Test
  void aLoadIsGivenToItsCallerAndHoldsUpNobody() {
    assertThat(here().get(1L, key -> TOO_LARGE)).isEqualTo(TOO_LARGE);
    assertThat(there().get(1L, key -> "small")).isEqualTo("small");
  }
}
