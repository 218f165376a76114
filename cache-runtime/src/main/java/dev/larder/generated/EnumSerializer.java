package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the constants of an enum by their names: their order is nobody's promise. */
final class EnumSerializer<E extends Enum<E>> extends ValueSerializer<E> {
  private final Class<E> type;
  private final Map<String, E> constants = new HashMap<>();

  EnumSerializer(Class<E> type) {
    this.type = type;
    for (E constant : type.getEnumConstants()) {
      constants.put(constant.name(), constant);
    }
  }

  @Override
  public void write(Kryo kryo, Output output, E constant) {
    Serializers.STRING.write(kryo, output, constant.name());
  }

  @Override
  public E read(Kryo kryo, Input input, Class<? extends E> any) {
    return constant(Serializers.STRING.readWhole(kryo, input));
  }

  @Override
  public void writeOrNull(Kryo kryo, Output output, @Nullable E constant) {
    Serializers.STRING.writeOrNull(kryo, output, constant == null ? null : constant.name());
  }

  @Override
  public @Nullable E readOrNull(Kryo kryo, Input input) {
    String name = Serializers.STRING.readOrNull(kryo, input);
    return name == null ? null : constant(name);
  }

  private E constant(String name) {
    E constant = constants.get(name);
    if (constant == null) {
      throw new KryoException(type.getName() + " has no constant of the name that was read");
    }
    return constant;
  }
}
