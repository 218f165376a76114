package dev.larder.examples.quickstart;

import java.math.BigDecimal;

/**
 * A piece of music on sale.
 *
 * @param id the shop's number for it
 */
public record Track(int id, String title, BigDecimal price) {
  /** The same track at another price. */
  public Track at(String newPrice) {
    return new Track(id, title, new BigDecimal(newPrice));
  }

  @Override
  public String toString() {
    return title + ", " + price;
  }
}
