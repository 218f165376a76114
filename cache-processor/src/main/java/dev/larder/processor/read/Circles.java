package dev.larder.processor.read;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableList;

import dev.larder.processor.model.Written;
import dev.larder.processor.model.WrittenClass;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the classes whose objects may lead back to themselves. */
final class Circles {
  private final Map<String, WrittenClass> byKey;

  private Circles(List<WrittenClass> classes) {
    this.byKey = classes.stream().collect(toMap(WrittenClass::key, one -> one));
  }

  /**
   * The same classes, marked. Where a circle is closed, one object was there before what it holds:
   * a record, and whatever else its constructor makes whole, is in none.
   */
  static List<WrittenClass> marked(List<WrittenClass> classes) {
    Circles circles = new Circles(classes);
    return classes.stream()
        .map(one -> one.isMadeFirst() && circles.leadsBack(one) ? one.shared() : one)
        .collect(toUnmodifiableList());
  }

  private boolean leadsBack(WrittenClass start) {
    Set<String> seen = new HashSet<>();
    members(start).forEach(written -> follow(written, seen));
    return seen.contains(start.key());
  }

  private void follow(Written written, Set<String> seen) {
    if (written instanceof Written.Own own && seen.add(own.key()) && byKey.containsKey(own.key())) {
      members(byKey.get(own.key())).forEach(held -> follow(held, seen));
    }
    written.parts().forEach(part -> follow(part, seen));
  }

  private static Stream<Written> members(WrittenClass one) {
    return one.members().stream().map(WrittenClass.Member::written);
  }
}
