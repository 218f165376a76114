//1 error [KeyPartTwice] Money has two key parts on Prices, Prices.One and Prices.Two; keep one.
import dev.larder.annotation.*;

@KeyedBy({Prices.One.class, Prices.Two.class})
interface Prices {
  class One implements dev.larder.KeyPart<Money> {}
  class Two implements dev.larder.KeyPart<Money> {}

  /*1*/@Cached
  String text(Money money);
}

class Money {}
//== dev/larder/KeyPart.java
package dev.larder;

public interface KeyPart<T> {}
