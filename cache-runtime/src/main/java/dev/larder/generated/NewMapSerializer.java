package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Writes maps of one class. */
final class NewMapSerializer<K, V, M extends Map<K, V>> extends ValueSerializer<M> {
  private final ValueSerializer<K> key;
  private final ValueSerializer<V> value;
  private final Supplier<M> empty;

  NewMapSerializer(ValueSerializer<K> key, ValueSerializer<V> value, Supplier<M> empty) {
    this.key = key;
    this.value = value;
    this.empty = empty;
  }

  @Override
  public void write(Kryo kryo, Output output, M map) {
    if (map instanceof SortedMap<?, ?> sorted && sorted.comparator() != null) {
      throw new KryoException(
          "a " + map.getClass().getName() + " with a comparator cannot be written");
    }
    Map<K, V> entries = new LinkedHashMap<>(map);
    output.writeVarInt(entries.size(), true);
    entries.forEach(
        (one, held) -> {
          key.writeOrNull(kryo, output, one);
          value.writeOrNull(kryo, output, held);
        });
  }

  @Override
  @SuppressWarnings("NullAway") // what it holds may be null
  public M read(Kryo kryo, Input input, Class<? extends M> type) {
    M entries = empty.get();
    int count = Bounds.count(input, 2);
    for (int i = 0; i < count; i++) {
      entries.put(key.readOrNull(kryo, input), value.readOrNull(kryo, input));
    }
    return entries;
  }
}
