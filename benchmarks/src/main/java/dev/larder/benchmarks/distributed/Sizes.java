package dev.larder.benchmarks.distributed;

import static dev.larder.benchmarks.RunJson.number;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.Compression;
import dev.larder.benchmarks.RunJson;
import dev.larder.spi.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * What values take as bytes, and how long they take to become bytes and to come back: a put into
 * and a get from a store in the heap, so that envelope and checksum are in the times.
 *
 * @param rows for each value, codec and compression
 */
record Sizes(List<Row> rows) {
  /** What the envelope of a single variant adds. */
  private static final int ENVELOPE = 21;

  private static final int VALUES = 256;

  /**
   * One kind of value, written in one way.
   *
   * @param bytes of the payload, the mean of many values
   * @param putNanos for one put
   * @param getNanos for one get
   */
  record Row(
      String value,
      String codec,
      String compression,
      double bytes,
      double putNanos,
      double getNanos) {}

  static Sizes measure(boolean quick) {
    List<Row> rows = new ArrayList<>();
    codecs()
        .forEach(
            (name, codec) -> {
              for (Compression compression :
                  List.of(Compression.none(), Compression.zlib().above(0))) {
                rows.addAll(measure(codec, compression, quick));
              }
            });
    return new Sizes(List.copyOf(rows));
  }

  private static Map<String, Codec> codecs() {
    Map<String, Codec> codecs = new TreeMap<>();
    ServiceLoader.load(Codec.class).forEach(codec -> codecs.put(codec.name(), codec));
    return codecs;
  }

  private static List<Row> measure(Codec codec, Compression compression, boolean quick) {
    HeapStore store = new HeapStore();
    try (CacheManager caches =
        CacheManager.builder()
            .chain(
                "measured", chain -> chain.distributed(store).codec(codec).compression(compression))
            .build()) {
      Products products = new UncachedProducts();
      // Opens the caches, with the types that the processor saw.
      Products opened = new CachedProducts(caches, products);
      String compressed = compression.toString().equals("none") ? "none" : "zlib";
      List<Row> rows = new ArrayList<>();
      for (Sample sample :
          List.of(
              new Sample("small", products::small),
              new Sample("wide", products::wide),
              new Sample("list", products::list))) {
        Cache<Object, Object> cache = caches.cache(sample.cache());
        double put = nanos(quick, number -> cache.put(number, sample.value().of(number)));
        double bytes = store.meanSize(cache.keyText(0L).replaceAll("0$", "")) - ENVELOPE;
        double get = nanos(quick, cache::get);
        rows.add(new Row(sample.cache(), codec.name(), compressed, bytes, put, get));
      }
      requireOpened(opened);
      return rows;
    }
  }

  private static void requireOpened(Products opened) {
    if (!opened.small(0).equals(Product.of(0))) {
      throw new IllegalStateException("what came back is not what was put");
    }
  }

  /**
   * A kind of values.
   *
   * @param cache its name
   */
  private record Sample(String cache, Values value) {}

  /** The value of a number. */
  private interface Values {
    Object of(long number);
  }

  /** Something that is done for a number. */
  private interface Call {
    void make(long number);
  }

  /** The fastest of several rounds: what disturbs a round makes it slower, never faster. */
  private static double nanos(boolean quick, Call call) {
    double fastest = Double.MAX_VALUE;
    int rounds = quick ? 20 : 200;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      for (long number = 0; number < VALUES; number++) {
        call.make(number);
      }
      fastest = Math.min(fastest, (double) (System.nanoTime() - start) / VALUES);
    }
    return fastest;
  }

  void print() {
    System.out.printf(
        "%n%-6s %-6s %-5s %10s %10s %10s%n", "value", "codec", "zlib", "bytes", "put us", "get us");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-6s %-6s %-5s %10.1f %10.1f %10.1f%n",
          row.value,
          row.codec,
          row.compression,
          row.bytes,
          row.putNanos / 1e3,
          row.getNanos / 1e3);
    }
  }

  String json() {
    return RunJson.list("sizes", rows, Sizes::json);
  }

  private static String json(Row row) {
    return "{\"value\": \"%s\", \"codec\": \"%s\", \"compression\": \"%s\", \"bytes\": %s, \"put_nanos\": %s, \"get_nanos\": %s}"
        .formatted(
            row.value(),
            row.codec(),
            row.compression(),
            number(row.bytes()),
            number(row.putNanos()),
            number(row.getNanos()));
  }
}
