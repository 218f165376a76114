package dev.larder.internal.codec.java;

import dev.larder.spi.ValueCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The values of one type as the JDK writes them.
 *
 * @param admitted the classes that objects may be of
 * @param type what a value is, without its type arguments
 */
record JavaValues<V>(Admitted admitted, Class<?> type) implements ValueCodec<V> {
  @Override
  public byte[] encode(V value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ClosedOutput output = new ClosedOutput(bytes, admitted)) {
      output.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  @SuppressWarnings({"unchecked", "BanSerializableRead"}) // of the class, and of a closed set
  public V decode(byte[] bytes, int offset, int length) {
    try (ClosedInput input =
        new ClosedInput(new ByteArrayInputStream(bytes, offset, length), admitted, length)) {
      V value = (V) type.cast(input.readObject());
      input.requireEnd();
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    } catch (InternalError e) {
      // What the JDK throws for a Map.of with a key and no value. The JVM is well.
      throw new IllegalArgumentException(e);
    }
  }
}
