package dev.larder.redis;

import dev.larder.redis.Generation.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How others hear of changes: in the step that makes them, after it, or not at all. */
interface Telling {
  /** Nobody hears of anything. */
  Telling NOBODY =
      new Telling() {
        @Override
        public Task inStep(Task change, List<String> keys) {
          return change;
        }

        @Override
        public @Nullable Message clearedInStep() {
          return null;
        }

        @Override
        public void evicted(List<String> keys) {}

        @Override
        public void cleared() {}

        @Override
        public List<byte[]> released(String key) {
          return List.of();
        }
      };

  /** The change, and if steps tell something, what this one does. */
  Task inStep(Task change, List<String> keys);

  /** What the step that clears tells; null if it does not. */
  @Nullable Message clearedInStep();

  /** Tells of changes that were made, unless their steps did. */
  void evicted(List<String> keys);

  /** Tells that the cache was cleared, unless that step did. */
  void cleared();

  /** Channel and message for those who wait for the end of a lease; empty if nobody hears them. */
  List<byte[]> released(String key);
}
