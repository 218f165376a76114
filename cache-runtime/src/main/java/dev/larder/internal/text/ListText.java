package dev.larder.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Lists in keys: {@code (a,b,(c,d))}. No escaped text holds a bracket or a comma. */
public final class ListText {
  private ListText() {}

  /**
   * The texts of the list's elements.
   *
   * @throws IllegalArgumentException if the brackets do not match
   */
  public static List<String> items(String text) {
    int end = text.length() - 1;
    if (end < 1 || text.charAt(0) != '(' || text.charAt(end) != ')') {
      throw new IllegalArgumentException("a list stands in brackets");
    }
    return end == 1 ? List.of() : items(text, end);
  }

  private static List<String> items(String text, int end) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    int start = 1;
    for (int i = 1; i < end && depth >= 0; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        items.add(text.substring(start, i));
        start = i + 1;
      }
    }
    if (depth != 0) {
      throw new IllegalArgumentException("the brackets do not match");
    }
    items.add(text.substring(start, end));
    return items;
  }
}
