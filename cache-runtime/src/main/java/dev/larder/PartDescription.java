package dev.larder;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys as people read them in logs; asks no class of a user's for its text. */
final class PartDescription {
  private PartDescription() {}

  static String of(CompositeKey key) {
    StringBuilder out = new StringBuilder("(");
    for (int i = 0; i < key.size(); i++) {
      append(key.part(i), out.append(i == 0 ? "" : ", "));
    }
    return out.append(')').toString();
  }

  private static void append(@Nullable Object part, StringBuilder out) {
    if (part instanceof String text) {
      out.append('"').append(text).append('"');
    } else if (part instanceof Enum<?> constant) {
      out.append(constant.name());
    } else if (part instanceof Optional<?> optional) {
      optional.ifPresentOrElse(value -> append(value, out), () -> out.append("none"));
    } else if (part instanceof List<?> list) {
      appendAll(list, out);
    } else {
      out.append(part);
    }
  }

  private static void appendAll(List<?> parts, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object part : parts) {
      append(part, out.append(separator));
      separator = ", ";
    }
    out.append(']');
  }
}
