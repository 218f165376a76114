package dev.larder.internal.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.spi.ValueModel;

/** A Kryo and its buffers, for one thread at a time. */
final class Workspace<V> {
  private static final int FIRST_SIZE = 512;

  /** A buffer that a large value left behind is not kept. */
  private static final int KEPT_SIZE = 1 << 16;

  private final Kryo kryo = QuietKryo.open();
  private final Serializer<V> serializer;
  private final Input input = new Input();
  private Output output = new Output(FIRST_SIZE, -1);

  Workspace(ValueModel<V> model) {
    kryo.setRegistrationRequired(true);
    kryo.setAutoReset(false);
    this.serializer = model.serializer(kryo);
  }

  byte[] encode(V value) {
    serializer.write(kryo, output, value);
    byte[] bytes = output.toBytes();
    kryo.reset();
    output.reset();
    if (output.getBuffer().length > KEPT_SIZE) {
      output = new Output(FIRST_SIZE, -1);
    }
    return bytes;
  }

  @SuppressWarnings("NullAway") // the class is read by no serializer that a model gives
  V decode(byte[] bytes, int offset, int length) {
    input.setBuffer(bytes, offset, length);
    V value = serializer.read(kryo, input, null);
    if (input.position() != input.limit()) {
      throw new KryoException((input.limit() - input.position()) + " bytes are left over");
    }
    kryo.reset();
    input.setBuffer(NOTHING);
    return value;
  }

  private static final byte[] NOTHING = {};
}
