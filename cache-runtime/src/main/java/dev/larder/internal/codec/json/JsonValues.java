package dev.larder.internal.codec.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.larder.spi.ValueCodec;
import dev.larder.spi.ValueModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The values of one type as JSON. */
final class JsonValues<V> implements ValueCodec<V> {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

  private final ObjectWriter writer;
  private final ObjectReader reader;

  private JsonValues(ObjectWriter writer, ObjectReader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * The codec of a type.
   *
   * @throws IllegalArgumentException if Jackson cannot read such values
   */
  static <V> JsonValues<V> of(ValueModel<V> model) {
    JsonMapper mapper = ClosedMapper.of(model.classes());
    JavaType type = mapper.constructType(model.type());
    JsonValues<V> values = new JsonValues<>(mapper.writerFor(type), mapper.readerFor(type));
    values.requireReadable();
    return values;
  }

  /** To read anything, all that a value declares is looked at: better now than at the first hit. */
  private void requireReadable() {
    try {
      reader.readValue(NULL);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] encode(V value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public V decode(byte[] bytes, int offset, int length) {
    try {
      return reader.readValue(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
