package dev.larder.internal.kryo;

import com.esotericsoftware.kryo.KryoException;
import dev.larder.spi.ValueCodec;
import dev.larder.spi.ValueModel;
import java.util.function.Function;

/** Writes values of one type. */
final class KryoValues<V> implements ValueCodec<V> {
  private final Pool<Workspace<V>> workspaces;

  KryoValues(ValueModel<V> model) {
    this.workspaces = new Pool<>(() -> new Workspace<>(model));
    // At once, so that what is wrong with a model is known before it is needed.
    workspaces.give(workspaces.take());
  }

  @Override
  public byte[] encode(V value) {
    return inWorkspace(workspace -> workspace.encode(value));
  }

  @Override
  public V decode(byte[] bytes, int offset, int length) {
    return inWorkspace(workspace -> workspace.decode(bytes, offset, length));
  }

  /** What has failed is not used again: nobody knows where it stopped. */
  private <R> R inWorkspace(Function<Workspace<V>, R> work) {
    Workspace<V> workspace = workspaces.take();
    try {
      R result = work.apply(workspace);
      workspaces.give(workspace);
      return result;
    } catch (StackOverflowError e) {
      throw new KryoException("too deep, or in a circle", e);
    }
  }
}
