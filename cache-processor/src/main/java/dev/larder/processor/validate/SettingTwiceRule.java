package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import java.util.HashMap;
import java.util.Map;

/** All reads of a cache that state a setting state the same. */
final class SettingTwiceRule implements TypeRule {
  /** A setting of a cache. */
  private record Key(CacheId cache, String setting) {}

  @Override
  public void check(ServiceModel type, Problems problems) {
    Map<Key, MethodUse<Read>> first = new HashMap<>();
    for (MethodUse<Read> read : MethodUse.reads(type)) {
      // Overloads that are to be told apart by name may differ in all else.
      if (OverloadRule.isUnnamed(type, read)) {
        continue;
      }
      for (String stated : read.use().settings().stated()) {
        String setting = name(stated);
        MethodUse<Read> other = first.putIfAbsent(new Key(read.cache(), setting), read);
        if (other != null && !other.use().settings().stated().contains(stated)) {
          report(other, read, stated, problems);
        }
      }
    }
  }

  private static void report(
      MethodUse<Read> other, MethodUse<Read> read, String stated, Problems problems) {
    String setting = name(stated);
    String before =
        other.use().settings().stated().stream()
            .filter(one -> name(one).equals(setting))
            .findFirst()
            .orElseThrow();
    problems.add(
        Problem.SETTING_TWICE,
        read.place().at(setting),
        read.cache().name(),
        before.replace("=", " = "),
        other.text(),
        stated.replace("=", " = "),
        read.text());
  }

  private static String name(String stated) {
    return stated.substring(0, stated.indexOf('='));
  }
}
