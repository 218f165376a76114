package dev.larder.examples.guide.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cache-aside: look, load, keep. */
class CacheAsideTest {
  @AutoClose static final Places PLACES = new Places();

  private static final Product LAMP = new Product(7, "Lamp", 1900);

  private final ProductTable table = new ProductTable();

  @BeforeEach
  void sell() {
    table.write(LAMP);
  }

  @ParameterizedTest
  @EnumSource
  void theAnnotatedMethodRunsOnce(Place place) {
    CacheManager caches = PLACES.manager(place);
    // region decorated
    ProductService products = new CachedProductService(caches, new StoredProducts(table));
    // endregion

    assertThat(products.find(7)).isEqualTo(LAMP);
    assertThat(products.find(7)).isEqualTo(LAMP);
    assertThat(table.reads()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void theLoaderRunsOnce(Place place) {
    table.write(new Product(8, "Vase", 700));
    Catalogue catalogue = new Catalogue(PLACES.manager(place), table);

    assertThat(catalogue.find(8)).isEqualTo(catalogue.find(8));
    assertThat(table.reads()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aHandMadePutBringsBackWhatAnotherProcessHasReplaced(Place place) {
    table.write(new Product(9, "Bowl", 500));
    Catalogue reader = new Catalogue(PLACES.manager(place), table);
    Catalogue writer = new Catalogue(PLACES.other(place), table);
    table.afterNextRead(
        () -> Together.elsewhere(() -> writer.saveAndEvict(new Product(9, "Bowl", 600))));

    reader.findWithRace(9);

    assertThat(table.read(9).cents()).isEqualTo(600);
    assertThat(reader.findWithRace(9).cents()).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource
  void theLoaderFormDoesNotKeepWhatAnotherProcessHasReplaced(Place place) {
    table.write(new Product(10, "Bowl", 500));
    Catalogue reader = new Catalogue(PLACES.manager(place), table);
    Catalogue writer = new Catalogue(PLACES.other(place), table);
    table.afterNextRead(
        () -> Together.elsewhere(() -> writer.saveAndEvict(new Product(10, "Bowl", 600))));

    reader.find(10);

    assertThat(reader.find(10).cents()).isEqualTo(600);
    assertThat(writer.find(10).cents()).isEqualTo(600);
  }

  @ParameterizedTest
  @EnumSource
  void manyWhoMissAtOnceAreOneLoad(Place place) throws Exception {
    table.write(new Product(11, "Cup", 300));
    Catalogue catalogue = new Catalogue(PLACES.manager(place), table);

    assertThat(Together.call(8, () -> catalogue.find(11).cents())).containsOnly(300L);
    assertThat(table.reads()).isEqualTo(1);
  }
}
