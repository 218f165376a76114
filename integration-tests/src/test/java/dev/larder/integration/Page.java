package dev.larder.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path its path from the root
 * @param text what it says
 */
record Page(Path path, String text) {
  /** Every page of the repository. */
  static List<Page> all() {
    return Repository.files(".md").stream().map(Page::read).toList();
  }

  /** The page at a path from the root. */
  static Page at(String path) {
    return read(Path.of(path));
  }

  private static Page read(Path path) {
    try {
      return new Page(path, Files.readString(Repository.ROOT.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that a link of this page leads to. */
  Path linked(String link) {
    return Repository.ROOT.resolve(path).resolveSibling(link);
  }

  /** Where the pattern is found, in the page's order. */
  Stream<MatchResult> find(Pattern pattern) {
    return pattern.matcher(text).results();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
