package dev.larder;

import dev.larder.internal.text.ListText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list or an array: its normal form is the unmodifiable list of its elements' normal forms. */
final class ListPart<T> extends PartType<T> {
  private final PartType<Object> element;
  private final Function<Object, @Nullable Collection<?>> elements;

  /** With the elements of a value, or null for a value of another type. */
  ListPart(PartType<?> element, Function<Object, @Nullable Collection<?>> elements) {
    super("list(" + element.name() + ")");
    this.element = widened(element);
    this.elements = elements;
  }

  /** The part type, for values whose class was checked or was written by the compiler. */
  @SuppressWarnings("unchecked") // a part type only takes values in
  static PartType<Object> widened(PartType<?> part) {
    return (PartType<Object>) part;
  }

  @Override
  public @Nullable Object normal(@Nullable T value) {
    return value == null ? null : normals(element, elements.apply(value));
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
    Collection<?> values = elements.apply(value);
    return values == null ? value : misfit(element, values);
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
    String separator = "(";
    for (Object normal : normals) {
      element.append(normal, out.append(separator));
      separator = ",";
    }
    out.append(normals.isEmpty() ? "()" : ")");
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
