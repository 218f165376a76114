package com.acme.fleet;

/** What it costs: the edition is in the last three digits, so that a price can be checked. */
public record Price(long cents, Currency currency) {
  static Price of(long id, int edition) {
    return new Price(id * 1_000 + edition, Currency.of(id + edition));
  }

  int edition() {
    return (int) (cents % 1_000);
  }
}
