package dev.larder.generated;

/**
 * Tells collections that nobody can change, by the names that the platform and Guava give to their
 * classes: there is no other way to know.
 */
final class Unmodifiable {
  private static final ClassValue<Boolean> KNOWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isUnmodifiable(type.getName());
        }
      };

  private Unmodifiable() {}

  /** Whether a collection or map is one of them. */
  static boolean is(Object collection) {
    return KNOWN.get(collection.getClass());
  }

  private static boolean isUnmodifiable(String name) {
    String platforms = "java.util.Collections$";
    return name.contains("Immutable")
        || name.contains("Unmodifiable")
        || name.startsWith(platforms + "Empty")
        || name.startsWith(platforms + "Singleton");
  }
}
