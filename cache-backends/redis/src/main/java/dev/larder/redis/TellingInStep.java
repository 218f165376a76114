package dev.larder.redis;

import dev.larder.redis.Generation.Task;
import java.util.List;

/** Each script tells of its own change, so that nobody can die between the two. */
record TellingInStep(Announcement announcement) implements Telling {
  @Override
  public Task inStep(Task change, List<String> keys) {
    return change.telling(announcement.ofEvicted(keys));
  }

  @Override
  public Message clearedInStep() {
    return announcement.ofCleared();
  }

  @Override
  public void evicted(List<String> keys) {}

  @Override
  public void cleared() {}

  @Override
  public List<byte[]> released(String key) {
    return announcement.ofReleased(key);
  }
}
