package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.generated.Serializers;
import dev.larder.generated.Types;
import dev.larder.generated.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LocalCopyTest {
  private static final ValueType<List<String>> LISTS =
      ValueType.of(
          "java.util.List<java.lang.String>",
          1,
          false,
          () ->
              Values.of(Types.of(List.class, String.class), Serializers.list(Serializers.STRING)));

  private static final CacheSpec<Integer, List<String>> SPEC =
      CacheSpec.of("default", "lists", KeyShape.single(PartTypes.INT), LISTS).localCopy();

  @Test
  void whatACallerChangesNobodyElseSees() {
    try (CacheManager caches = CacheManager.builder().build()) {
      Cache<Integer, List<String>> lists = caches.cache(SPEC);

      List<String> loaded = lists.get(1, key -> new ArrayList<>(List.of("a")));
      loaded.add("by the one who loaded");
      lists.localHit(1).add("by a hit");
      lists.get(1, key -> List.of()).add("by another hit");
      lists.get(1).add("by a look");
      lists.getAll(List.of(1)).get(1).add("by a look at many");

      assertThat(lists.localHit(1)).containsExactly("a");
      assertThat(lists.localHit(1)).isNotSameAs(lists.localHit(1));
    }
  }

  @Test
  void whatIsPutIsCopiedToo() {
    try (CacheManager caches = CacheManager.builder().build()) {
      Cache<Integer, List<String>> lists = caches.cache(SPEC);
      List<String> mine = new ArrayList<>(List.of("a"));
      lists.put(1, mine);
      mine.add("b");
      assertThat(lists.localHit(1)).containsExactly("a");
    }
  }

  @Test
  void thoseWhoWaitForOneLoadHaveOneEach() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (CacheManager caches = CacheManager.builder().build()) {
      Cache<Integer, List<String>> lists = caches.cache(SPEC);
      CountDownLatch loading = new CountDownLatch(1);
      CountDownLatch go = new CountDownLatch(1);
      Future<List<String>> one =
          threads.submit(
              () ->
                  lists.get(
                      1,
                      key -> {
                        loading.countDown();
                        go.await();
                        return new ArrayList<>(List.of("a"));
                      }));
      loading.await();
      Future<List<String>> other = threads.submit(() -> lists.get(1, key -> List.of("b")));
      go.countDown();
      assertThat(one.get()).isEqualTo(other.get()).isNotSameAs(other.get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatNobodyCanChangeIsShared() {
    ValueType<String> texts =
        ValueType.of(
            "java.lang.String", 1, true, () -> Values.of(String.class, Serializers.STRING));
    CacheSpec<Integer, String> spec =
        CacheSpec.of("default", "texts", KeyShape.single(PartTypes.INT), texts).localCopy();
    try (CacheManager caches = CacheManager.builder().build()) {
      Cache<Integer, String> cache = caches.cache(spec);
      String text = new String("a");
      cache.put(1, text);
      assertThat(cache.localHit(1)).isSameAs(text);
    }
  }

  @Test
  void aValueThatCannotBeCopiedIsNotKept() {
    try (CacheManager caches = CacheManager.builder().build()) {
      Cache<Integer, List<String>> lists = caches.cache(SPEC);
      List<String> broken =
          new ArrayList<>() {
            @Override
            public Object[] toArray() {
              throw new IllegalStateException("no");
            }
          };
      assertThat(lists.get(1, key -> broken)).isSameAs(broken);
      assertThat(lists.localHit(1)).isNull();
    }
  }

  @Test
  void aTypeThatNothingSaysHowToWriteIsRefused() {
    ValueType<List<String>> unknown = ValueType.of("java.util.List", 1, false);
    CacheSpec<Integer, List<String>> spec =
        CacheSpec.of("default", "lists", KeyShape.single(PartTypes.INT), unknown).localCopy();
    try (CacheManager caches = CacheManager.builder().build()) {
      assertThatThrownBy(() -> caches.cache(spec))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessageStartingWith("values of java.util.List cannot be copied, as localCopy asks");
    }
  }
}
