package dev.larder.examples.guide.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.GenericType;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.testkit.FakeStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnimalsTest {
  private int calls;

  private final AnimalService shelter =
      new AnimalService() {
        @Override
        public List<Animal> animals(long owner) {
          calls++;
          return List.of(new Dog("Rex"), new Cat("Mog", 9));
        }

        @Override
        public double[] weights(long animal) {
          calls++;
          return new double[] {4.5};
        }
      };

  @Test
  void whatOneProcessStoredAnotherReads() {
    FakeStore server = FakeStore.on(System::nanoTime);
    try (CacheManager one = manager(server);
        CacheManager other = manager(server)) {
      List<Animal> stored = new CachedAnimalService(one, shelter).animals(1);
      assertThat(new CachedAnimalService(other, shelter).animals(1)).isEqualTo(stored);
      assertThat(calls).isEqualTo(1);
    }
  }

  @Test
  void eachCallerHasACopy() {
    try (CacheManager caches = CacheManager.builder().build()) {
      AnimalService animals = new CachedAnimalService(caches, shelter);
      animals.weights(1)[0] = 0;
      assertThat(animals.weights(1)).containsExactly(4.5);
      assertThat(calls).isEqualTo(1);
    }
  }

  @Test
  void aCacheByHandStoresRecords() {
    // region reflection
    ValueType<Dog> dogs = ValueType.of(Dog.class);
    ValueType<List<Dog>> packs = ValueType.of(new GenericType<List<Dog>>() {});
    // endregion
    assertThat(dogs).isNotEqualTo(packs);
    CacheSpec<Long, List<Dog>> spec =
        CacheSpec.of("default", "packs", KeyShape.single(PartTypes.LONG), packs);
    FakeStore server = FakeStore.on(System::nanoTime);
    try (CacheManager one = manager(server);
        CacheManager other = manager(server)) {
      one.cache(spec).put(1L, List.of(new Dog("Rex")));
      Cache<Long, List<Dog>> read = other.cache(spec);
      assertThat(read.get(1L)).containsExactly(new Dog("Rex"));
    }
  }

  private static CacheManager manager(FakeStore server) {
    return CacheManager.builder()
        .chain("default", chain -> chain.distributed(server.connect()))
        .build();
  }
}
