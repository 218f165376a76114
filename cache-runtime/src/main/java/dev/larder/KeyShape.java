package dev.larder;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of a cache are made of: an ordered list of part types. Immutable; shapes are equal if
 * they print alike.
 *
 * @param <K> the keys in the heap: the one part's own type, or {@link CompositeKey}
 */
public final class KeyShape<K> {
  /** Between the parts, and nowhere else. */
  static final char SEPARATOR = ':';

  private final List<PartType<Object>> parts;
  private final boolean isSingle;
  private final String name;

  private KeyShape(List<PartType<Object>> parts, boolean isSingle, String name) {
    this.parts = parts;
    this.isSingle = isSingle;
    this.name = name;
  }

  /**
   * Keys of one part that is its own key; may be null.
   *
   * @throws CacheValidationException if the type is not its own key
   */
  public static <K> KeyShape<K> single(PartType<K> part) {
    if (!part.isOwnKey()) {
      throw new CacheValidationException(
          "a " + part + " is not its own key; use KeyShape.composite(...)");
    }
    return new KeyShape<>(List.of(ListPart.widened(part)), true, part.name());
  }

  /** Keys of any number of parts, none included. */
  public static KeyShape<CompositeKey> composite(PartType<?>... parts) {
    List<PartType<Object>> list = List.of(parts).stream().map(ListPart::widened).toList();
    String name = list.stream().map(PartType::name).collect(Collectors.joining(", ", "(", ")"));
    return new KeyShape<>(list, false, name);
  }

  /** The number of parts. */
  public int size() {
    return parts.size();
  }

  /**
   * The key of these values, one for each part.
   *
   * @throws CacheValidationException if their number or the class of one is wrong
   */
  public @Nullable K key(@Nullable Object @Nullable ... arguments) {
    // key(null) is Java's way to write one null argument
    @Nullable Object[] values = arguments == null ? new @Nullable Object[] {null} : arguments;
    if (values.length != parts.size()) {
      throw new CacheValidationException(
          "a key of " + this + " has " + parts.size() + " parts, not " + values.length);
    }
    @Nullable Object[] normals = new @Nullable Object[values.length];
    for (int i = 0; i < normals.length; i++) {
      normals[i] = normal(i, values[i]);
    }
    return keyOf(normals);
  }

  private @Nullable Object normal(int index, @Nullable Object value) {
    if (value == null || (value instanceof AbsentRecord && !isSingle)) {
      return value;
    }
    PartType<Object> part = parts.get(index);
    Object misfit = part.misfit(value);
    if (misfit != null) {
      throw misfit(index, misfit, null);
    }
    try {
      return part.normal(value);
    } catch (ClassCastException e) {
      throw misfit(index, value, e);
    }
  }

  private CacheValidationException misfit(
      int index, Object given, @Nullable ClassCastException cause) {
    return new CacheValidationException(
        "part " + index + " of a key of " + this + " must be a " + parts.get(index)
            + ", but was given a " + given.getClass().getName(), cause);
  }

  @SuppressWarnings("unchecked") // the factories fix what K is
  private @Nullable K keyOf(@Nullable Object[] normals) {
    return (K) (isSingle ? normals[0] : new PartsKey(normals));
  }

  /**
   * The texts of the key's parts, joined; empty for a key of no parts.
   *
   * @throws CacheValidationException if the key is not of this shape
   */
  public String text(@Nullable K key) {
    StringBuilder out = new StringBuilder();
    append(key, out);
    return out.toString();
  }

  void append(@Nullable K key, StringBuilder out) {
    if (isSingle) {
      append(0, key, out);
      return;
    }
    if (!(key instanceof CompositeKey composite) || composite.size() != parts.size()) {
      throw new CacheValidationException("not a key of " + this + ": " + key);
    }
    for (int i = 0; i < parts.size(); i++) {
      append(i, composite.part(i), i == 0 ? out : out.append(SEPARATOR));
    }
  }

  private void append(int index, @Nullable Object normal, StringBuilder out) {
    if (normal instanceof AbsentRecord absent && !isSingle) {
      out.append(absent.text());
      return;
    }
    try {
      parts.get(index).append(normal, out);
    } catch (ClassCastException e) {
      throw misfit(index, Objects.requireNonNull(normal), e);
    }
  }

  /**
   * The key that has this text.
   *
   * @throws CacheValidationException if there is none of this shape
   */
  public @Nullable K parse(String text) {
    List<String> texts =
        text.isEmpty() && parts.isEmpty() ? List.of() : List.of(text.split(":", -1));
    if (texts.size() != parts.size()) {
      throw new CacheValidationException(
          Quoted.text(text) + " has " + texts.size() + " parts, not the " + parts.size() + " of " + this);
    }
    @Nullable Object[] normals = new @Nullable Object[texts.size()];
    for (int i = 0; i < normals.length; i++) {
      normals[i] = parse(i, texts.get(i));
    }
    return keyOf(normals);
  }

  private @Nullable Object parse(int index, String text) {
    boolean isAbsent =
        !isSingle && text.startsWith(PartType.NULL) && text.length() > PartType.NULL.length();
    return isAbsent ? AbsentRecord.parse(text) : parts.get(index).read(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyShape<?> that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The names of the part types, such as {@code (long, String)}; that of a single one as it is. */
  @Override
  public String toString() {
    return name;
  }
}
