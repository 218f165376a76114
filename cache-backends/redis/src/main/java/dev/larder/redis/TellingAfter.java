package dev.larder.redis;

import dev.larder.redis.Generation.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In a cluster, where values and the count of messages lie in different slots: once the change is
 * confirmed, a second step counts the message and sends it. A lease's end has no number, and is
 * told by the script that ends it.
 */
record TellingAfter(Announcement announcement, RedisMessages messages) implements Telling {
  /** The most keys of one message. */
  private static final int MOST_KEYS = 1_000;

  @Override
  public Task inStep(Task change, List<String> keys) {
    return change;
  }

  @Override
  public @Nullable Message clearedInStep() {
    return null;
  }

  @Override
  public void evicted(List<String> keys) {
    Parts.of(keys, MOST_KEYS).forEach(some -> send(announcement.ofEvicted(some)));
  }

  @Override
  public void cleared() {
    send(announcement.ofCleared());
  }

  private void send(Message message) {
    messages.publish(announcement.channel(), message.bytes());
  }

  @Override
  public List<byte[]> released(String key) {
    return announcement.ofReleased(key);
  }
}
