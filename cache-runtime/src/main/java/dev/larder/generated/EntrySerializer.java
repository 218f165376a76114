package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;

/** Writes a map's entry, which cannot be set when it has come back. */
final class EntrySerializer<K, V> extends ValueSerializer<Map.Entry<K, V>> {
  private final ValueSerializer<K> key;
  private final ValueSerializer<V> value;

  EntrySerializer(ValueSerializer<K> key, ValueSerializer<V> value) {
    this.key = key;
    this.value = value;
  }

  @Override
  public void write(Kryo kryo, Output output, Map.Entry<K, V> entry) {
    key.writeOrNull(kryo, output, entry.getKey());
    value.writeOrNull(kryo, output, entry.getValue());
  }

  @Override
  @SuppressWarnings("NullAway") // both may be null
  public Map.Entry<K, V> read(Kryo kryo, Input input, Class<? extends Map.Entry<K, V>> type) {
    return new SimpleImmutableEntry<>(key.readOrNull(kryo, input), value.readOrNull(kryo, input));
  }
}
