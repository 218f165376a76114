package dev.larder.internal.kryo;

import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import dev.larder.spi.ValueModel;

/** Writes values by the serializers of their model. Nothing but those classes is ever made (I8). */
public final class KryoCodec implements Codec {
  /** The codec. */
  public KryoCodec() {}

  @Override
  public String name() {
    return "kryo";
  }

  @Override
  public <V> ValueCodec<V> codecFor(StoredType<V> type) {
    ValueModel<V> model = type.model();
    if (model == null) {
      throw new IllegalArgumentException(
          "nothing says how they are written; let the processor do so, or open the cache with"
              + " ValueType.of(Class)");
    }
    return new KryoValues<>(model);
  }
}
