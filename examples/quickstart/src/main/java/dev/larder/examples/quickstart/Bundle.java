package dev.larder.examples.quickstart;

import java.math.BigDecimal;

/**
 * Tracks that are sold together.
 *
 * @param tracks how many they are
 * @param price what they cost together
 */
public record Bundle(int tracks, BigDecimal price) {
  @Override
  public String toString() {
    return tracks + " tracks, " + price;
  }
}
