package dev.larder;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value with something of each kind that codecs treat in its own way. */
record Order(
    long id,
    @Nullable String name,
    Status status,
    Instant at,
    @Nullable ZonedDateTime until,
    List<Payment> payments,
    Map<String, BigDecimal> totals,
    EnumMap<Status, Integer> counts,
    Set<Character> flags,
    int[] codes,
    byte[] raw,
    @Nullable Order parent)
    implements Serializable {

  /** An enum. */
  enum Status {
    OPEN,
    PAID
  }

  /** A closed family. */
  sealed interface Payment extends Serializable permits Card, Cash, Split {}

  /** One of it. */
  record Card(String number, double fee) implements Payment {}

  /** One of it, with a field. */
  static final class Cash implements Payment {
    private static final long serialVersionUID = 1L;

    int cents = 5;

    Cash() {}
  }

  /** One of it, made of others. */
  record Split(List<Payment> parts, Payment @Nullable [] more) implements Payment {}
}
