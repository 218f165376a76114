package com.acme.fleet;

/** What it is paid in. */
public enum Currency {
  EUR,
  USD;

  static Currency of(long number) {
    return values()[(int) (number % values().length)];
  }
}
