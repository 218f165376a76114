package dev.larder;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueModel;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The type of values that is fuzzed, as the processor would have told it. */
final class Orders implements StoredType<Order>, ValueModel<Order> {
  static final Orders TYPE = new Orders();

  private Orders() {}

  @Override
  public String name() {
    return Order.class.getName();
  }

  @Override
  public long fingerprint() {
    return 0x5EED;
  }

  @Override
  public ValueModel<Order> model() {
    return this;
  }

  @Override
  public Type type() {
    return Order.class;
  }

  @Override
  public Set<Class<?>> classes() {
    return Set.of(
        Order.class,
        Order.Status.class,
        Order.Payment.class,
        Order.Card.class,
        Order.Cash.class,
        Order.Split.class,
        String.class,
        Integer.class,
        Character.class,
        BigDecimal.class,
        Instant.class,
        ZonedDateTime.class);
  }

  @Override
  public Serializer<Order> serializer(Kryo kryo) {
    throw new UnsupportedOperationException("for codecs that go by reflection");
  }

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
