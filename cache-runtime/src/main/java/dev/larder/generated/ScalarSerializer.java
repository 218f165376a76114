package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Writes values of the platform that hold no others. */
final class ScalarSerializer<T> extends ValueSerializer<T> {
  private final BiConsumer<Output, T> writer;
  private final Function<Input, T> reader;

  ScalarSerializer(BiConsumer<Output, T> writer, Function<Input, T> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public void write(Kryo kryo, Output output, T value) {
    writer.accept(output, value);
  }

  @Override
  public T read(Kryo kryo, Input input, Class<? extends T> type) {
    return reader.apply(input);
  }
}
