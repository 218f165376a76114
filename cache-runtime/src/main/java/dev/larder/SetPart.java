package dev.larder;

import dev.larder.internal.text.ListText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A set: its normal form is the list of its elements' normal forms, sorted by their text. */
final class SetPart<T> extends PartType<Set<T>> {
  private final PartType<Object> element;

  SetPart(PartType<T> element) {
    super("set(" + element.name() + ")");
    this.element = element.widened();
  }

  @Override
  public @Nullable Object normal(@Nullable Set<T> value) {
    return value == null ? null : sorted(ListPart.normals(element, value));
  }

  private List<@Nullable Object> sorted(List<@Nullable Object> normals) {
    if (normals.size() < 2) {
      return normals;
    }
    SortedMap<String, @Nullable Object> byText = new TreeMap<>();
    for (Object normal : normals) {
      StringBuilder text = new StringBuilder();
      element.append(normal, text);
      byText.put(text.toString(), normal);
    }
    return Collections.unmodifiableList(new ArrayList<>(byText.values()));
  }

  @Override
  @Nullable Object misfit(Object value) {
    return value instanceof Set<?> values ? ListPart.misfit(element, values) : value;
  }

  @Override
  void write(Object normal, StringBuilder out) {
    ListPart.write(element, (List<?>) normal, out);
  }

  @Override
  Object parse(String text) {
    List<@Nullable Object> normals = new ArrayList<>();
    String last = "";
    for (String item : ListText.items(text)) {
      if (item.compareTo(last) <= 0) {
        throw new IllegalArgumentException("a set's elements must be sorted by their text");
      }
      normals.add(element.read(item));
      last = item;
    }
    return Collections.unmodifiableList(normals);
  }
}
