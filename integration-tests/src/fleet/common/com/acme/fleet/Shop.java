package com.acme.fleet;

import dev.larder.CacheManager;
import dev.larder.CacheStats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** One process of the fleet: does what each line of its input says, and answers with a line. */
public final class Shop {
  private final Source source = new Source();
  private final CacheManager caches;
  private final Catalogue catalogue;

  private Shop(CacheManager caches) {
    this.caches = caches;
    this.catalogue = caches.decorate(Catalogue.class, source);
  }

  /** Runs until its input ends. */
  public static void main(String[] args) throws IOException {
    try (CacheManager caches = CacheManager.load();
        InputStreamReader input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(input)) {
      Shop shop = new Shop(caches);
      System.out.println("open");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(shop.answer(line));
      }
    }
  }

  private String answer(String line) {
    try {
      String[] words = line.split(" ");
      return obey(words[0], words);
    } catch (RuntimeException | LinkageError e) {
      return "threw " + e;
    }
  }

  private String obey(String order, String[] words) {
    return switch (order) {
      case "edit" -> edit(number(words[1]), number(words[2]));
      case "find" -> found(number(words[1]));
      case "evict" -> evict(number(words[1]));
      case "loads" -> "" + source.loads(number(words[1]));
      case "faults" -> "" + stats().storeFailures();
      case "foreign" -> "" + stats().foreignValues();
      case "traffic" -> traffic(numbers(words));
      default -> throw new IllegalArgumentException("no such order: " + order);
    };
  }

  private CacheStats stats() {
    return caches.stats().get("products");
  }

  private String edit(int id, int edition) {
    source.edit(id, edition);
    return "edited";
  }

  private String evict(int id) {
    catalogue.changed(id);
    return "evicted";
  }

  private String found(long id) {
    Product product = catalogue.find(id);
    return product.equals(Product.of(id, product.edition()))
        ? "edition " + product.edition()
        : "broken " + product;
  }

  /** Reads some keys more often than others, and evicts one now and then. */
  private String traffic(int[] words) {
    int first = words[0];
    int keys = words[1];
    Random random = new Random(words[4]);
    int[] evicts = new int[keys];
    for (int read = 1; read <= words[2]; read++) {
      int key = popular(random, keys);
      String found = found(first + key);
      if (!found.startsWith("edition")) {
        return found;
      }
      if (read % words[3] == 0) {
        int outdated = popular(random, keys);
        catalogue.changed(first + outdated);
        evicts[outdated]++;
      }
    }
    return counts(first, evicts);
  }

  /** The n-th of them with a probability of about 1/n, as Zipf found it with words. */
  private static int popular(Random random, int keys) {
    return (int) Math.pow(keys, random.nextDouble()) - 1;
  }

  private String counts(int first, int[] evicts) {
    StringBuilder text = new StringBuilder("done");
    for (int key = 0; key < evicts.length; key++) {
      text.append(' ').append(source.loads(first + key)).append('/').append(evicts[key]);
    }
    return text.toString();
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static int[] numbers(String[] words) {
    int[] numbers = new int[words.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(words[i + 1]);
    }
    return numbers;
  }
}
