package dev.larder.benchmarks.distributed;

import dev.larder.annotation.Cached;
import java.util.List;

/** What is encoded. */
public interface Products {
  /** A small record. */
  @Cached(using = "measured", name = "small")
  Product small(long number);

  /** An object of fifty fields. */
  @Cached(using = "measured", name = "wide")
  WideProduct wide(long number);

  /** A list of a hundred small records. */
  @Cached(using = "measured", name = "list")
  List<Product> list(long number);
}
