package dev.larder.internal.codec.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.Set;

/** Refuses to read and to write objects of classes that are not in a closed set. */
final class ClosedModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  ClosedModule(Set<Class<?>> classes) {
    super("larder closed set");
    setDeserializerModifier(new ClosedReading(Set.copyOf(classes)));
    setSerializerModifier(new ClosedWriting(Set.copyOf(classes)));
    addDeserializer(Class.class, new NoClasses());
  }

  /** Jackson would load whatever class the bytes name. */
  private static final class NoClasses extends StdDeserializer<Class<?>> {
    private static final long serialVersionUID = 1L;

    NoClasses() {
      super(Class.class);
    }

    @Override
    public Class<?> deserialize(JsonParser parser, DeserializationContext context)
        throws InvalidDefinitionException {
      throw InvalidDefinitionException.from(
          parser, "a class is not read from JSON", context.constructType(Class.class));
    }
  }
}
