package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Optional;

/** Writes an {@code Optional} as what it holds. */
final class OptionalSerializer<E> extends ValueSerializer<Optional<E>> {
  private final ValueSerializer<E> element;

  OptionalSerializer(ValueSerializer<E> element) {
    this.element = element;
  }

  @Override
  public void write(Kryo kryo, Output output, Optional<E> value) {
    element.writeOrNull(kryo, output, value.orElse(null));
  }

  @Override
  public Optional<E> read(Kryo kryo, Input input, Class<? extends Optional<E>> type) {
    return Optional.ofNullable(element.readOrNull(kryo, input));
  }
}
