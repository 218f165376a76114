package dev.larder.internal.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads settings from a text of YAML: nested names are joined by dots, and values are taken as they
 * are written. Reads the tree of the text alone and makes no objects of it.
 */
final class YamlFile {
  private static final String NOT_YAML = ": the text up to here is not YAML";

  private final String name;
  private final List<Stated> stated = new ArrayList<>();

  /** The nodes around the one that is walked. */
  private final Set<Node> walked = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlFile(String name) {
    this.name = name;
  }

  /**
   * The settings in a text.
   *
   * @param name what messages call the file
   */
  static List<Stated> read(String name, String text) {
    YamlFile file = new YamlFile(name);
    try {
      LoadSettings settings =
          LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true).build();
      new Compose(settings).composeString(text).ifPresent(root -> file.walk("", root));
    } catch (MarkedYamlEngineException e) {
      // The parser's own text quotes the line, which may hold a password.
      throw new RefusedSetting(name + e.getProblemMark().map(YamlFile::line).orElse("") + NOT_YAML);
    } catch (YamlEngineException e) {
      throw new RefusedSetting(name + NOT_YAML);
    }
    return file.stated;
  }

  private void walk(String key, Node node) {
    if (walked.contains(node)) {
      throw new RefusedSetting(where(node) + ": names go round in a circle");
    }
    walked.add(node);
    walkOn(key, node);
    walked.remove(node);
  }

  private void walkOn(String key, Node node) {
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> walkEntry(key, entry));
    } else if (node instanceof SequenceNode sequence) {
      add(key, node, sequence.getValue().stream().map(this::text).collect(Collectors.joining(",")));
    } else {
      add(key, node, text(node));
    }
  }

  private void walkEntry(String key, NodeTuple entry) {
    String own = text(entry.getKeyNode());
    walk(key.isEmpty() ? own : key + "." + own, entry.getValueNode());
  }

  private void add(String key, Node node, String value) {
    if (key.isEmpty()) {
      throw new RefusedSetting(where(node) + ": names with values are expected here");
    }
    if (Tag.NULL.equals(node.getTag())) {
      throw new RefusedSetting(where(node) + ": " + key + " states nothing");
    }
    stated.add(new Stated(key, value, where(node)));
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new RefusedSetting(where(node) + ": a plain text is expected here");
  }

  private String where(Node node) {
    return name + node.getStartMark().map(YamlFile::line).orElse("");
  }

  private static String line(Mark mark) {
    return ", line " + (mark.getLine() + 1);
  }
}
