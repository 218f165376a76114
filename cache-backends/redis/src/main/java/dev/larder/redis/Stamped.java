package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * Some keys, each with the generation of what is under it.
 *
 * @param replies of {@link Script#STAMPS}, each for one of the parts
 */
record Stamped(List<List<String>> parts, List<List<Object>> replies) {
  static Stamped of(List<String> keys, Generation generation) {
    List<List<String>> parts = Parts.of(keys, generation.keysOfTask());
    return new Stamped(parts, generation.report(parts.stream().map(EntryTasks::stamps).toList()));
  }

  /** The keys whose contents are valid. */
  List<String> present() {
    List<String> present = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < parts.get(i).size(); j++) {
        if (Frame.isPresent(replies.get(i), j + 1)) {
          present.add(parts.get(i).get(j));
        }
      }
    }
    return present;
  }

  /** Removes what is of another generation than the present one, if it still is what was seen. */
  void dropOutdated(Generation generation) {
    List<Generation.Task> drops = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<String> keys = new ArrayList<>();
      List<byte[]> stamps = new ArrayList<>();
      for (int j = 0; j < parts.get(i).size(); j++) {
        if (Frame.isOutdated(replies.get(i), j + 1)) {
          keys.add(parts.get(i).get(j));
          stamps.add((byte[]) replies.get(i).get(j + 1));
        }
      }
      if (!keys.isEmpty()) {
        drops.add(EntryTasks.drop(keys, stamps));
      }
    }
    if (!drops.isEmpty()) {
      generation.runAll(drops);
    }
  }
}
