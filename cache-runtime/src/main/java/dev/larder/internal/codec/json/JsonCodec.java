package dev.larder.internal.codec.json;

import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import dev.larder.spi.ValueModel;

/**
 * Values as JSON in UTF-8, by Jackson, which need not be there before this is used. Types come from
 * the model alone; bytes name none but those of the model's classes, by short names.
 */
public final class JsonCodec implements Codec {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public <V> ValueCodec<V> codecFor(StoredType<V> type) {
    ValueModel<V> model = type.model();
    if (model == null) {
      throw new IllegalArgumentException(
          "nothing tells the classes of " + type.name() + "; the annotation processor writes that");
    }
    try {
      return JsonValues.of(model);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "Jackson is not there; add com.fasterxml.jackson.core:jackson-databind and, of"
              + " com.fasterxml.jackson.datatype, jackson-datatype-jsr310 and"
              + " jackson-datatype-jdk8",
          e);
    }
  }
}
