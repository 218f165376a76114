package dev.larder.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearName {
  private NearName() {}

  /** The candidate that takes the fewest edits, if they are few for its length. */
  public static Optional<String> of(String given, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(given, candidate) <= Math.max(1, candidate.length() / 3))
        .min(
            Comparator.comparingInt((String name) -> distance(given, name))
                .thenComparing(name -> name));
  }

  /** The sentence that ends a text: the near name, or else the names there are. */
  public static String hint(String given, Collection<String> candidates) {
    Optional<String> near = of(given, candidates);
    if (near.isPresent()) {
      return "Did you mean \"" + near.get() + "\"?";
    }
    return candidates.isEmpty() ? "" : "There is: " + String.join(", ", candidates) + ".";
  }

  /** Insertions, deletions, replacements and swaps of neighbours, the case of letters aside. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, from, to, i, j);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int cheapest(int[][] edits, String from, String to, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
