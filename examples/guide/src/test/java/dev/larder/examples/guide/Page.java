package dev.larder.examples.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page in Markdown.
 *
 * @param path where it is
 * @param lines its text
 */
record Page(Path path, List<String> lines) {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

  /**
   * Java code on a page.
   *
   * @param line where it begins, counted from 1
   * @param above the line above it, where its source is named
   * @param code its lines
   */
  record Block(int line, String above, List<String> code) {}

  static Page of(Path path) throws IOException {
    return new Page(path, Files.readAllLines(path));
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```java")) {
        List<String> code =
            lines.stream().skip(i + 1L).takeWhile(line -> !line.equals("```")).toList();
        blocks.add(new Block(i + 1, i == 0 ? "" : lines.get(i - 1), code));
      }
    }
    return blocks;
  }

  /** What the page points to in this repository. */
  List<String> links() {
    return lines.stream()
        .flatMap(line -> LINK.matcher(line).results())
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  /** This page with each named block as its source has it. */
  List<String> refreshed(Path root) throws IOException {
    List<String> fresh = new ArrayList<>();
    int next = 0;
    for (Block block : blocks()) {
      fresh.addAll(lines.subList(next, block.line()));
      fresh.addAll(Region.named(root, block.above()).code());
      next = block.line() + block.code().size();
    }
    fresh.addAll(lines.subList(next, lines.size()));
    return fresh;
  }
}
