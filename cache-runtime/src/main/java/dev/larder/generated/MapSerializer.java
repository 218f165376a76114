package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes maps of an interface. They keep their order, come back mutable or not as they were, and
 * sorted by their keys' natural order if they were.
 */
final class MapSerializer<K, V, M extends Map<K, V>> extends ValueSerializer<M> {
  private static final int KIND_BITS = 3;
  private static final int KIND_MASK = (1 << KIND_BITS) - 1;

  private final Class<? super M> declared;
  private final ValueSerializer<K> key;
  private final ValueSerializer<V> value;

  MapSerializer(Class<? super M> declared, ValueSerializer<K> key, ValueSerializer<V> value) {
    this.declared = declared;
    this.key = key;
    this.value = value;
  }

  @Override
  public void write(Kryo kryo, Output output, M map) {
    MapKind kind = MapKind.of(map, declared);
    Map<K, V> entries = new LinkedHashMap<>(map);
    output.writeVarInt(entries.size() << KIND_BITS | kind.number(), true);
    entries.forEach(
        (one, held) -> {
          key.writeOrNull(kryo, output, one);
          value.writeOrNull(kryo, output, held);
        });
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // checked by isInstance; what it holds may be null
  public M read(Kryo kryo, Input input, Class<? extends M> type) {
    int header = input.readVarInt(true);
    int count = Bounds.requireRemaining(input, header >>> KIND_BITS, 2);
    Map<K, V> entries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      entries.put(key.readOrNull(kryo, input), value.readOrNull(kryo, input));
    }
    Map<K, V> made = MapKind.of(header & KIND_MASK).of(entries);
    if (!declared.isInstance(made)) {
      throw new KryoException("what was read is no " + declared.getName());
    }
    return (M) made;
  }
}
