package dev.larder.processor.validate;

/** Says what to do about a write whose key is not that of the reads. */
final class KeyMend {
  private static final String SAME = "give both the same parts in the same order";

  private KeyMend() {}

  /**
   * The mend.
   *
   * @param operation that of the write
   * @param wanted the parts of the reads' key, in words
   */
  static String of(String operation, String wanted) {
    if (!operation.equals("evict")) {
      return SAME;
    }
    return wanted.isEmpty() ? "set allEntries = true" : SAME + ", or set allEntries = true";
  }
}
