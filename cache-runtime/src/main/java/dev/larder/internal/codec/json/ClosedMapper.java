package dev.larder.internal.codec.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;

/**
 * Jackson, so configured that values come back as they were: the fields of a class are its state,
 * times are ISO texts with their zone, what does not fit exactly is refused, and no class but those
 * of a closed set is made.
 */
final class ClosedMapper {
  /** To read a number takes time that grows faster than its length. */
  private static final int MOST_DIGITS = 10_000;

  private ClosedMapper() {}

  static JsonMapper of(Set<Class<?>> classes) {
    JsonMapper.Builder builder = JsonMapper.builder(factory());
    state(builder);
    exactness(builder);
    times(builder);
    return builder
        .addModules(new JavaTimeModule(), new Jdk8Module(), new ClosedModule(classes))
        .annotationIntrospector(new ClosedTypes(classes))
        .polymorphicTypeValidator(new ClosedNames(classes))
        .build();
  }

  /** Keys of maps are names of fields to Jackson: none of them is to stay for ever. */
  private static JsonFactory factory() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(MOST_DIGITS)
                .build())
        .build();
  }

  private static void state(JsonMapper.Builder builder) {
    builder
        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.SETTER, Visibility.NONE)
        .visibility(PropertyAccessor.CREATOR, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
  }

  private static void exactness(JsonMapper.Builder builder) {
    builder
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
  }

  private static void times(JsonMapper.Builder builder) {
    builder
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
  }
}
