package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheCodecException;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.Lookup;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What becomes of bytes that are not those of a value, and of values that have no bytes. */
class DamagedBytesTest extends Managers {
  DamagedBytesTest() {
    super(2, store -> over(store, false));
  }

  private void assertMissAndOverwritten(UnaryOperator<byte[]> damage) {
    here().put(1L, "sound");
    long failures = here().stats().storeFailures();
    store.faults().everyReadIs(damage);
    assertThat(here().lookup(1L)).isEqualTo(new Lookup.Miss<>());
    assertThat(here().contains(1L)).isFalse();
    assertThat(here().get(1L, key -> "loaded")).isEqualTo("loaded");
    assertThat(here().stats().storeFailures()).isGreaterThanOrEqualTo(failures + 3);
    store.faults().none();
    assertThat(there().get(1L)).as("what overwrote it").isEqualTo("loaded");
  }

  @Test
  void i8_bytesCutAnywhereAreAMiss() {
    for (int length = 0; length < 25; length++) {
      int end = length;
      assertMissAndOverwritten(bytes -> Arrays.copyOf(bytes, end));
    }
  }

  @Test
  void i8_bytesWithAnyBitFlippedAreAMiss() {
    for (int bit = 0; bit < 25 * 8; bit++) {
      int at = bit;
      assertMissAndOverwritten(
          bytes -> {
            bytes[at / 8] ^= (byte) (1 << at % 8);
            return bytes;
          });
    }
  }

  @Test
  void i8_longerAndForeignBytesAreAMiss() {
    assertMissAndOverwritten(bytes -> Arrays.copyOf(bytes, bytes.length + 1));
    assertMissAndOverwritten(bytes -> new byte[1_000]);
    Random random = new Random(8);
    for (int i = 0; i < 200; i++) {
      assertMissAndOverwritten(
          bytes -> {
            byte[] rubbish = new byte[random.nextInt(200)];
            random.nextBytes(rubbish);
            return rubbish;
          });
    }
  }

  @Test
  void i8_theBytesOfAnotherKeyAreAMiss() {
    here().put(2L, "two");
    byte[] others = store.get("larder:1:users:2");
    assertThat(others).isNotNull();
    assertMissAndOverwritten(bytes -> others);
  }

  @Test
  void i8_theBytesOfAnotherShapeOfTheTypeAreAMiss() {
    here().put(1L, "old shape");
    try (CacheManager next = manager(over(store.connect(), true))) {
      Cache<Long, String> cache =
          next.cache(
              CacheSpec.of(
                  CHAIN,
                  "users",
                  KeyShape.single(PartTypes.LONG),
                  ValueType.of("java.lang.String", 0x4E4557L, true)));
      assertThat(cache.get(1L)).isNull();
      assertThat(cache.get(1L, key -> "new shape")).isEqualTo("new shape");
      assertThat(cache.stats().foreignValues()).isEqualTo(2);
    }
    assertThat(here().get(1L)).isEqualTo("old shape");
  }

  @Test
  void aDamagedValueIsNotEvictedAsAnEqualOne() {
    here().put(1L, "one");
    store.faults().everyReadIs(bytes -> new byte[3]);
    assertThat(here().evict(1L, "one")).isFalse();
  }

  /** Knows no way back, and for the text "unfit" no way there. */
  private static final class FailingCodec implements Codec {
    private final Throwable failure;

    FailingCodec(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public String name() {
      // That of the codec whose bytes it is to read.
      return "text";
    }

    @Override
    public <V> ValueCodec<V> codecFor(StoredType<V> type) {
      ValueCodec<V> text = new TextCodec().codecFor(type);
      return new ValueCodec<>() {
        @Override
        public byte[] encode(V value) {
          return value.equals("unfit")
              ? FailingCodec.<byte[], Error>fail(failure)
              : text.encode(value);
        }

        @Override
        public V decode(byte[] bytes, int offset, int length) {
          return FailingCodec.<V, Error>fail(failure);
        }
      };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // thrown as it is
    private static <T, X extends Throwable> T fail(Throwable failure) throws X {
      throw (X) failure;
    }
  }

  private CacheManager failing(Throwable failure) {
    return manager(
        chain ->
            chain.local(local -> {}).distributed(store.connect()).codec(new FailingCodec(failure)));
  }

  @Test
  void i8_aValueThatCannotBeDecodedIsAMiss() {
    for (Throwable failure :
        new Throwable[] {new IllegalStateException("corrupt"), new StackOverflowError()}) {
      here().put(1L, "one");
      try (CacheManager manager = failing(failure)) {
        assertThat(manager.cache(USERS).get(1L)).isNull();
        assertThat(manager.cache(USERS).get(1L, key -> "loaded")).isEqualTo("loaded");
        assertThat(manager.cache(USERS).stats().storeFailures()).isEqualTo(2);
      }
      assertThat(there().get(1L)).isEqualTo("loaded");
    }
  }

  @Test
  void i2_aValueThatCannotBeEncodedIsReturnedAndKeptInTheLocalTier() {
    for (Throwable failure :
        new Throwable[] {new IllegalStateException("unfit"), new StackOverflowError()}) {
      try (CacheManager manager = failing(failure)) {
        Cache<Long, String> cache = manager.cache(USERS);
        assertThat(cache.get(1L, key -> "unfit")).isEqualTo("unfit");
        assertThat(cache.localHit(1L)).isEqualTo("unfit");
        assertThat(cache.stats().storeFailures()).isEqualTo(1);
        assertThatThrownBy(() -> cache.put(1L, "unfit"))
            .isInstanceOf(CacheCodecException.class)
            .hasMessage("a value of java.lang.String cannot be encoded")
            .hasCause(failure);
        assertThat(cache.localHit(1L)).isNull();
      }
    }
  }

  @Test
  void aValueThatCannotBeEncodedDoesNotKeepOthersFromLoading() throws Throwable {
    try (CacheManager manager = failing(new IllegalStateException("unfit"))) {
      manager.cache(USERS).get(1L, key -> "unfit");
      Caller<String> other = Caller.of(() -> there().get(1L, key -> "fit"));
      assertThat(other.answer()).isEqualTo("fit");
      assertThat(there().timeToLive(1L)).isEqualTo(Duration.ZERO);
    }
  }
}
