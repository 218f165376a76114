package dev.larder.integration.faults;

import java.util.Locale;

/** A guard taken out of a store, so that a test can be seen to miss it. */
enum Flaw {
  /** The store is as it is. */
  NONE,
  /** A fill is a put: it does not depend on its lease. */
  FILL_UNCHECKED,
  /** Look, load and put: no lease is asked for. */
  NO_LEASE,
  /** A clear leaves the generation as it is. */
  CLEAR_FORGOTTEN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
