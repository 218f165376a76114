package dev.larder.examples.guide.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invalidate on write: the database first, then nothing is left in the cache. */
class InvalidateOnWriteTest {
  @AutoClose static final Places PLACES = new Places();

  private final ProductTable table = new ProductTable();

  @ParameterizedTest
  @EnumSource
  void whoeverLooksNextIsToldByTheDatabase(Place place) {
    ProductService products =
        new CachedProductService(PLACES.manager(place), new StoredProducts(table));
    table.write(new Product(7, "Lamp", 1900));
    products.find(7);
    products.reprice(7, 1500);

    assertThat(products.find(7).cents()).isEqualTo(1500);
  }

  @ParameterizedTest
  @EnumSource
  void theLocalTiersOfOtherProcessesForgetToo(Place place) {
    ProductService here =
        new CachedProductService(PLACES.manager(place), new StoredProducts(table));
    ProductService there = new CachedProductService(PLACES.other(place), new StoredProducts(table));
    table.write(new Product(8, "Vase", 700));
    here.find(8);
    there.find(8);
    here.reprice(8, 650);

    assertThat(here.find(8).cents()).isEqualTo(650);
    Eventually.holds(() -> there.find(8).cents() == 650);
  }

  @ParameterizedTest
  @EnumSource
  void anEvictBeforeTheCommitLetsAReaderKeepTheOldRow(Place place) {
    Catalogue writer = new Catalogue(PLACES.manager(place), table);
    Catalogue reader = new Catalogue(PLACES.other(place), table);
    table.write(new Product(9, "Bowl", 500));
    table.beforeNextCommit(() -> Together.elsewhere(() -> reader.find(9)));
    writer.saveAndEvictEarly(new Product(9, "Bowl", 600));

    assertThat(table.read(9).cents()).isEqualTo(600);
    assertThat(writer.find(9).cents()).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource
  void anEvictAfterTheCommitDoesNot(Place place) {
    Catalogue writer = new Catalogue(PLACES.manager(place), table);
    Catalogue reader = new Catalogue(PLACES.other(place), table);
    table.write(new Product(10, "Bowl", 500));
    table.beforeNextCommit(() -> Together.elsewhere(() -> reader.find(10)));
    writer.saveAndEvict(new Product(10, "Bowl", 600));

    assertThat(writer.find(10).cents()).isEqualTo(600);
    Eventually.holds(() -> reader.find(10).cents() == 600);
  }
}
