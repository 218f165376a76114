package dev.larder.benchmarks.distributed;

import java.util.List;
import java.util.stream.LongStream;

/** Makes products. */
final class UncachedProducts implements Products {
  @Override
  public Product small(long number) {
    return Product.of(number);
  }

  @Override
  public WideProduct wide(long number) {
    return WideProduct.of(number);
  }

  @Override
  public List<Product> list(long number) {
    return LongStream.range(number, number + 100).mapToObj(Product::of).toList();
  }
}
