package com.acme.fleet;

/** What it is paid in; since this build there is one more, before the others. */
public enum Currency {
  CHF,
  EUR,
  USD;

  static Currency of(long number) {
    return values()[(int) (number % values().length)];
  }
}
