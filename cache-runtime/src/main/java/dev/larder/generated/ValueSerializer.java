package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes one type of values and reads them back. It knows the types of all that they hold, so that
 * no class is ever named in the bytes but by those that can be one of several. It reads from whole
 * bytes in memory, and trusts no length that stands in them. Immutable.
 *
 * @param <T> the values
 */
public abstract class ValueSerializer<T> extends Serializer<T> {
  /** A serializer of values that are not null. */
  protected ValueSerializer() {}

  /** Writes a value, or that there is none. */
  public void writeOrNull(Kryo kryo, Output output, @Nullable T value) {
    output.writeBoolean(value != null);
    if (value != null) {
      writeWhole(kryo, output, value);
    }
  }

  /** Reads what {@link #writeOrNull} wrote. */
  public @Nullable T readOrNull(Kryo kryo, Input input) {
    return Bounds.flag(input) ? readWhole(kryo, input) : null;
  }

  /** Writes a value, and what tells it from others of its type, if there is anything. */
  void writeWhole(Kryo kryo, Output output, T value) {
    write(kryo, output, value);
  }

  /** Reads what {@link #writeWhole} wrote. */
  T readWhole(Kryo kryo, Input input) {
    return read(kryo, input, type());
  }

  /** What Kryo gives to a serializer that is registered for several classes; these are not. */
  @SuppressWarnings("unchecked") // read by nobody
  private Class<? extends T> type() {
    return (Class<? extends T>) (Class<?>) Object.class;
  }

  /** A serializer of what can be turned into these values and back. */
  public final <S> ValueSerializer<S> mapped(
      Function<? super S, ? extends T> written, Function<? super T, ? extends S> read) {
    return new MappedSerializer<>(this, written, read);
  }

  /** The same, of a type that differs in what is erased: {@code List<? extends User>}. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // its author knows the values
  public final <S> ValueSerializer<S> as() {
    return (ValueSerializer<S>) this;
  }
}
