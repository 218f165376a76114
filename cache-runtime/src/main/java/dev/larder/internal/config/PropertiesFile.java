package dev.larder.internal.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads settings from a text of {@link Properties}, with the lines that they stand in. */
final class PropertiesFile {
  private final String name;
  private final List<Stated> stated = new ArrayList<>();

  private PropertiesFile(String name) {
    this.name = name;
  }

  /**
   * The settings in a text.
   *
   * @param name what messages call the file
   */
  static List<Stated> read(String name, String text) {
    PropertiesFile file = new PropertiesFile(name);
    List<String> lines = text.lines().toList();
    int line = 0;
    while (line < lines.size()) {
      int end = file.end(lines, line);
      file.add(String.join("\n", lines.subList(line, end)), line + 1);
      line = end;
    }
    return file.stated;
  }

  /** The line after those that the one that begins here goes on in. */
  private int end(List<String> lines, int line) {
    int next = line + 1;
    if (isComment(lines.get(line))) {
      return next;
    }
    while (next < lines.size() && goesOn(lines.get(next - 1))) {
      next++;
    }
    return next;
  }

  private static boolean isComment(String line) {
    String text = line.stripLeading();
    return text.startsWith("#") || text.startsWith("!");
  }

  /** A line goes on in the next one if it ends in an odd number of backslashes. */
  private static boolean goesOn(String line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private void add(String lines, int number) {
    String where = name + ", line " + number;
    Properties properties = new Properties();
    try {
      // Ended, as the parser takes a last line that ends in a backslash for an empty key.
      properties.load(new StringReader(lines + "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      // The parser's own text may hold the value.
      throw new RefusedSetting(where + ": a \\u is not followed by four hexadecimal digits");
    }
    properties
        .stringPropertyNames()
        .forEach(key -> stated.add(new Stated(key, properties.getProperty(key), where)));
  }
}
