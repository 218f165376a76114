package dev.larder.examples.guide.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheManager;
import dev.larder.StoreHealth;
import dev.larder.examples.guide.recipes.CachedProductService;
import dev.larder.examples.guide.recipes.Product;
import dev.larder.examples.guide.recipes.ProductService;
import dev.larder.examples.guide.recipes.ProductTable;
import dev.larder.examples.guide.recipes.StoredProducts;
import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties that getting-started.md shows, on a real server. */
class TwoTiersTest {
  private static final Path PAGE =
      Path.of(System.getProperty("larder.root"), "docs/guide/getting-started.md");
  private static final String URL = "redis://localhost:6379";

  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  @Test
  void whatOneProcessHasLoadedAnotherFindsInTheStoreAndThenInItsHeap(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("larder.properties");
    Files.writeString(file, properties().replace(URL, SERVER.uri()));
    ProductTable table = new ProductTable();
    table.write(new Product(7, "Lamp", 1900));

    try (CacheManager one = CacheManager.configured(file).build();
        CacheManager other = CacheManager.configured(file).build()) {
      new CachedProductService(one, new StoredProducts(table)).find(7);
      ProductService products = new CachedProductService(other, new StoredProducts(table));
      products.find(7);
      products.find(7);

      assertThat(table.reads()).isEqualTo(1);
      assertThat(other.stats().get("products").distributedHits()).isEqualTo(1);
      assertThat(other.stats().get("products").localHits()).isEqualTo(1);
      assertThat(other.cache("products").keyText(7L)).isEqualTo("shop:1:products:7");
      assertThat(other.health()).extracting(StoreHealth::isUp).containsOnly(true);
    }
  }

  private static String properties() throws IOException {
    String shown =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals("```properties"))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .collect(Collectors.joining("\n"));
    assertThat(shown).contains(URL);
    return shown;
  }
}
