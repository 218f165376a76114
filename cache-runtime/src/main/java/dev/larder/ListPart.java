package dev.larder;

import dev.larder.internal.text.ListText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list or an array: its normal form is the unmodifiable list of its elements' normal forms. */
final class ListPart<T> extends PartType<T> {
  private final PartType<Object> element;

  ListPart(PartType<?> element) {
    super("list(" + element.name() + ")");
    this.element = element.widened();
  }

  @Override
  public @Nullable Object normal(@Nullable T value) {
    return value == null ? null : normals(element, elements(value));
  }

  private static List<?> elements(Object value) {
    return value.getClass().isArray() ? ArrayElements.of(value) : (List<?>) value;
  }

  static List<@Nullable Object> normals(PartType<Object> element, Collection<?> values) {
    List<@Nullable Object> normals = new ArrayList<>(values.size());
    for (Object value : values) {
      normals.add(element.normal(value));
    }
    return Collections.unmodifiableList(normals);
  }

  @Override
  @Nullable Object misfit(Object value) {
    return value instanceof List || value.getClass().isArray()
        ? misfit(element, elements(value))
        : value;
  }

  static @Nullable Object misfit(PartType<Object> element, Collection<?> values) {
    for (Object value : values) {
      Object misfit = value == null ? null : element.misfit(value);
      if (misfit != null) {
        return misfit;
      }
    }
    return null;
  }

  @Override
  void write(Object normal, StringBuilder out) {
    write(element, (List<?>) normal, out);
  }

  static void write(PartType<Object> element, List<?> normals, StringBuilder out) {
    String separator = "";
    out.append('(');
    for (Object normal : normals) {
      element.append(normal, out.append(separator));
      separator = ",";
    }
    out.append(')');
  }

  @Override
  Object parse(String text) {
    List<@Nullable Object> normals = new ArrayList<>();
    for (String item : ListText.items(text)) {
      normals.add(element.read(item));
    }
    return Collections.unmodifiableList(normals);
  }
}
