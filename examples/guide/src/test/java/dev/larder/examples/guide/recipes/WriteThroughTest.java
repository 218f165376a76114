package dev.larder.examples.guide.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheManager;
import dev.larder.WriteResult;
import dev.larder.redis.RedisStore;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Write-through: the database first, then the cache. */
class WriteThroughTest {
  @AutoClose static final Places PLACES = new Places();

  private final ProductTable table = new ProductTable();

  @ParameterizedTest
  @EnumSource
  void whatIsSavedIsFoundWithoutTheDatabase(Place place) {
    ProductService products =
        new CachedProductService(PLACES.manager(place), new StoredProducts(table));
    products.save(new Product(7, "Lamp", 1900));

    assertThat(products.find(7).cents()).isEqualTo(1900);
    assertThat(table.reads()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anotherProcessFindsItTooWithoutTheDatabase(Place place) {
    Catalogue here = new Catalogue(PLACES.manager(place), table);
    Catalogue there = new Catalogue(PLACES.other(place), table);

    assertThat(here.save(new Product(8, "Vase", 700))).isInstanceOf(WriteResult.Done.class);
    assertThat(there.find(8).cents()).isEqualTo(700);
    assertThat(table.reads()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aCommitThatFailsPutsNothing(Place place) {
    ProductService products =
        new CachedProductService(PLACES.manager(place), new StoredProducts(table));
    Catalogue catalogue = new Catalogue(PLACES.manager(place), table);
    products.save(new Product(9, "Bowl", 500));
    catalogue.save(new Product(9, "Bowl", 500));

    IllegalStateException deadlock = new IllegalStateException("deadlock");
    table.beforeNextCommit(() -> fail(deadlock));
    assertThatThrownBy(() -> products.save(new Product(9, "Bowl", 600))).isSameAs(deadlock);
    table.beforeNextCommit(() -> fail(deadlock));
    assertThatThrownBy(() -> catalogue.save(new Product(9, "Bowl", 600))).isSameAs(deadlock);

    assertThat(products.find(9).cents()).isEqualTo(500);
    assertThat(catalogue.find(9).cents()).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource
  void aPutInsideATransactionThatIsNotCommittedStaysInTheCache(Place place) {
    ProductService products =
        new CachedProductService(PLACES.manager(place), new StoredProducts(new ProductTable()));
    IllegalStateException deadlock = new IllegalStateException("deadlock");
    table.beforeNextCommit(() -> fail(deadlock));

    // The annotated method returns before the transaction around it is committed.
    assertThatThrownBy(
            () -> table.inTransaction(transaction -> products.save(new Product(10, "Cup", 300))))
        .isSameAs(deadlock);

    assertThat(table.read(10)).isNull();
    assertThat(products.find(10).cents()).isEqualTo(300);
  }

  @Test
  void whatIsCommittedIsSavedEvenIfTheStoreIsDown() {
    try (RedisServer server = RedisServer.redis().start();
        CacheManager caches =
            Places.onStore(RedisStore.connect(server.uri()), Duration.ofHours(1))) {
      Catalogue catalogue = new Catalogue(caches, table);
      catalogue.save(new Product(11, "Jug", 900));
      server.kill();

      assertThat(catalogue.save(new Product(11, "Jug", 950)))
          .isInstanceOf(WriteResult.Failed.class);
      assertThat(table.read(11).cents()).isEqualTo(950);
      assertThat(catalogue.find(11).cents()).isEqualTo(950);
    }
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }
}
