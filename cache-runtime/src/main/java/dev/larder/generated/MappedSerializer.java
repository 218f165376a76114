package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes values as those of another type. */
final class MappedSerializer<S, T> extends ValueSerializer<S> {
  private final ValueSerializer<T> other;
  private final Function<? super S, ? extends T> written;
  private final Function<? super T, ? extends S> read;

  MappedSerializer(
      ValueSerializer<T> other,
      Function<? super S, ? extends T> written,
      Function<? super T, ? extends S> read) {
    this.other = other;
    this.written = written;
    this.read = read;
  }

  @Override
  public void write(Kryo kryo, Output output, S value) {
    other.writeWhole(kryo, output, written.apply(value));
  }

  @Override
  public S read(Kryo kryo, Input input, Class<? extends S> type) {
    return read.apply(other.readWhole(kryo, input));
  }

  @Override
  public void writeOrNull(Kryo kryo, Output output, @Nullable S value) {
    other.writeOrNull(kryo, output, value == null ? null : written.apply(value));
  }

  @Override
  public @Nullable S readOrNull(Kryo kryo, Input input) {
    T found = other.readOrNull(kryo, input);
    return found == null ? null : read.apply(found);
  }
}
