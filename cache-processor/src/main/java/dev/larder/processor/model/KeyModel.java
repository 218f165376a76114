package dev.larder.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/** A key: its parts in order, records not yet flattened. */
public record KeyModel(List<Part> parts) {
  /** One name or path of {@code include}, and how what it reads stands in the key. */
  public record Part(PathModel path, PartModel model) {}

  public KeyModel {
    parts = List.copyOf(parts);
  }

  /** The names of the parts' types, records flattened. */
  public List<String> names() {
    return parts.stream()
        .flatMap(part -> part.model().names().stream())
        .collect(Collectors.toUnmodifiableList());
  }

  /** Whether the value of its one part is the key itself. */
  public boolean isOwnKey() {
    return parts.size() == 1 && parts.get(0).model().isOwnKey();
  }
}
