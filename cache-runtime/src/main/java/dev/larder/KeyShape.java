package dev.larder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of a cache are made of: an ordered list of part types. Immutable; shapes are equal
 * if they print alike.
 *
 * @param <K> the keys in the heap: the one part's own type, or {@link CompositeKey}
 */
public final class KeyShape<K> {
  /** Between the parts, and nowhere else. */
  static final char SEPARATOR = ':';

  private final List<KeySlot> slots;
  private final boolean isSingle;
  private final String name;

  private KeyShape(List<? extends PartType<?>> parts, boolean isSingle, String name) {
    this.isSingle = isSingle;
    this.name = name;
    List<KeySlot> slots = new ArrayList<>();
    for (PartType<?> part : parts) {
      String place = "part " + slots.size() + " of a key of " + name;
      slots.add(new KeySlot(part.widened(), place, !isSingle));
    }
    this.slots = List.copyOf(slots);
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
    return new KeyShape<>(List.of(part), true, part.name());
  }

  /** Keys of any number of parts, none included. */
  public static KeyShape<CompositeKey> composite(PartType<?>... parts) {
    String names = Arrays.stream(parts).map(PartType::name).collect(Collectors.joining(", "));
    return new KeyShape<>(List.of(parts), false, "(" + names + ")");
  }

  /** The number of parts. */
  public int size() {
    return slots.size();
  }

  /**
   * The key of these values, one for each part.
   *
   * @throws CacheValidationException if their number or the class of one is wrong
   */
  public @Nullable K key(@Nullable Object @Nullable ... arguments) {
    // key(null) is Java's way to write one null argument
    @Nullable Object[] values = arguments == null ? new @Nullable Object[] {null} : arguments;
    if (values.length != slots.size()) {
      throw new CacheValidationException(
          "a key of " + this + " has " + slots.size() + " parts, not " + values.length);
    }
    @Nullable Object[] normals = new @Nullable Object[values.length];
    for (int i = 0; i < normals.length; i++) {
      normals[i] = slots.get(i).normal(values[i]);
    }
    return keyOf(normals);
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
      slots.get(0).append(key, out);
      return;
    }
    if (!(key instanceof CompositeKey composite) || composite.size() != slots.size()) {
      throw new CacheValidationException(
          "a key of " + this + " was asked for, not " + described(key));
    }
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).append(composite.part(i), i == 0 ? out : out.append(SEPARATOR));
    }
  }

  /** Without asking a class of a user's for its text. */
  private static String described(@Nullable Object key) {
    if (key instanceof CompositeKey composite) {
      return "one of " + composite.size() + " parts";
    }
    return key == null ? "null" : "a " + key.getClass().getName();
  }

  /**
   * The key that has this text.
   *
   * @throws CacheValidationException if there is none of this shape
   */
  public @Nullable K parse(String text) {
    List<String> texts =
        text.isEmpty() && slots.isEmpty() ? List.of() : List.of(text.split(":", -1));
    if (texts.size() != slots.size()) {
      throw new CacheValidationException(
          "a key of " + this + " has " + slots.size() + " parts, not as " + Quoted.text(text));
    }
    @Nullable Object[] normals = new @Nullable Object[texts.size()];
    for (int i = 0; i < normals.length; i++) {
      normals[i] = slots.get(i).parse(texts.get(i));
    }
    return keyOf(normals);
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
