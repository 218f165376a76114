package dev.larder.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that was probably meant. */
public final class NearName {
  private NearName() {}

  /** The known name that is fewest keystrokes away, if these are few. */
  public static Optional<String> of(String given, Collection<String> known) {
    int most = given.length() < 8 ? 2 : 3;
    return known.stream()
        .filter(name -> distance(given, name) <= most)
        .min(
            Comparator.comparingInt((String name) -> distance(given, name))
                .thenComparing(name -> name));
  }

  /** "; did you mean ...?" where a name is near, else the text to go on with. */
  public static String hint(String given, Collection<String> known, String otherwise) {
    return of(given, known).map(near -> "; did you mean " + near + "?").orElse(otherwise);
  }

  /** How many characters are to be put in, taken out, replaced or swapped with the next. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int step(int[][] cost, String one, String other, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
