package dev.larder.processor.generate;

/** Lays a source text out as people do, where JavaPoet leaves no choice. */
final class Layout {
  private Layout() {}

  static String of(String source) {
    return source
        // a Javadoc of one line on one line
        .replaceAll("/\\*\\*\\n +\\* (.*)\\n +\\*/", "/** $1 */")
        // no blank line between fields of a kind
        .replaceAll("(?m)(^ +private final [^(\\n]*;\\n)\\n(?= +private final [^(\\n]*;$)", "$1")
        // the end of an annotation
        .replaceAll("(?m)^ {4}\\}\\n\\)$", "    })")
        // what a method throws
        .replaceAll(" throws\\n +", "\n      throws ")
        // a constructor that does nothing
        .replaceAll("\\{\\n +}\\n", "{}\n")
        .replaceAll("(?m) +$", "");
  }
}
