package dev.larder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that are fuzzed. */
final class Orders {
  /** Their type, with the model that the processor wrote. */
  static final ValueType<Order> TYPE =
      ValueType.of(Order.class.getName(), 0x5EED, false, CachedOrderServiceValues::find);

  private Orders() {}

  /** Values that use all of it, and little of it. */
  static List<Order> samples() {
    Instant at = Instant.parse("2024-02-29T23:59:59.5Z");
    Order small =
        new Order(
            1,
            null,
            Order.Status.OPEN,
            at,
            null,
            List.of(),
            Map.of(),
            new EnumMap<>(Order.Status.class),
            Set.of(),
            new int[0],
            new byte[0],
            null);
    Order.Payment card = new Order.Card("4711", 0.5);
    Order large =
        new Order(
            Long.MIN_VALUE,
            "gr\u00f6\u00dfer",
            Order.Status.PAID,
            at,
            at.atZone(ZoneId.of("Europe/Berlin")),
            List.of(
                card,
                new Order.Cash(),
                new Order.Split(List.of(card), new Order.Payment[] {card, null})),
            Map.of("net", new BigDecimal("1.10"), "gross", new BigDecimal("1E+3")),
            new EnumMap<>(Map.of(Order.Status.OPEN, 1)),
            Set.of('x', 'y'),
            new int[] {1, -1},
            new byte[] {7},
            small);
    return List.of(small, large);
  }
}
