package dev.larder.processor.read;

import dev.larder.processor.model.PathModel.Step;
import java.util.List;
import java.util.Locale;

/** How much a member looks as if it identified a value, the most first. */
enum Likeness {
  /** By its name it is the identity. */
  ID,
  /** Its name ends as those of identities do. */
  LIKE_AN_ID,
  /** A getter or a field: one of several that make up the value. */
  PROPERTY,
  /** Any other method, such as {@code next()}. */
  METHOD;

  /** That of a name, and of the ways to read it. */
  static Likeness of(String name, List<Step> ways) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("id")) {
      return ID;
    }
    if (lower.endsWith("id") || lower.endsWith("key") || lower.endsWith("code")) {
      return LIKE_AN_ID;
    }
    return ways.stream().anyMatch(way -> way.kind() == Step.Kind.FIELD || !way.name().equals(name))
        ? PROPERTY
        : METHOD;
  }

  /** Whether it is enough alone. */
  boolean isIdentity() {
    return compareTo(PROPERTY) < 0;
  }
}
