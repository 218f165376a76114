package dev.larder.internal.reflect;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.generated.ValueSerializer;
import org.jspecify.annotations.Nullable;

/** Stands for a serializer that holds itself, until it is there. */
final class Later extends ValueSerializer<Object> {
  private volatile @Nullable ValueSerializer<Object> made;

  void is(ValueSerializer<Object> serializer) {
    made = serializer;
  }

  private ValueSerializer<Object> made() {
    ValueSerializer<Object> serializer = made;
    if (serializer == null) {
      throw new IllegalStateException("used before it was made");
    }
    return serializer;
  }

  @Override
  public void write(Kryo kryo, Output output, Object value) {
    made().write(kryo, output, value);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    return made().read(kryo, input, type);
  }

  @Override
  public void writeOrNull(Kryo kryo, Output output, @Nullable Object value) {
    made().writeOrNull(kryo, output, value);
  }

  @Override
  public @Nullable Object readOrNull(Kryo kryo, Input input) {
    return made().readOrNull(kryo, input);
  }
}
