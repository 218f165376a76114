package dev.larder.processor.diagnostic;

import java.util.Arrays;
import javax.lang.model.element.Element;

/** Reads {@code @SuppressWarnings} on an element and on what encloses it. */
final class Suppressions {
  private Suppressions() {}

  /** Whether this token is suppressed at this element. */
  static boolean cover(Element element, String token) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && Arrays.asList(suppressed.value()).contains(token)) {
        return true;
      }
    }
    return false;
  }
}
