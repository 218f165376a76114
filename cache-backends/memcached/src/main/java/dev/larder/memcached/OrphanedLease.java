package dev.larder.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A lease that was asked for by who did not stay to hear the answer: too late, interrupted, or lost
 * with the connection. The server may have granted it, or may yet, and then all would wait for it
 * until it is over. So it is looked for, and removed if it is there; nobody waits for that.
 */
final class OrphanedLease {
  private static final long PAUSE_MILLIS = 500;

  /**
   * Over another connection the first look may come before what was asked for, as it may not over
   * the same one.
   */
  private static final int LOOKS = 2;

  private final Node node;
  private final String key;
  private final LeaseMark mark;
  private final long over;

  OrphanedLease(Node node, String key, LeaseMark mark, Duration leaseTime) {
    this.node = node;
    this.key = key;
    this.mark = mark;
    this.over = System.nanoTime() + leaseTime.toNanos();
  }

  /** Begins to look for it; goes on until the server has answered or the lease is over. */
  void giveBack() {
    look(LOOKS);
  }

  private void look(int looks) {
    CompletionStage<Boolean> removed = node.send(this::removed);
    removed.whenComplete(
        (isRemoved, failure) -> {
          int left = failure == null ? looks - 1 : looks;
          boolean isDone = failure == null && isRemoved;
          if (!isDone && left > 0 && System.nanoTime() - over < 0) {
            node.deadlines().background().later(PAUSE_MILLIS, () -> look(left));
          }
        });
  }

  private CompletionStage<Boolean> removed(MemcacheClient<byte[]> connection) {
    return connection
        .casGet(key)
        .thenCompose(
            found ->
                isMine(found)
                    ? connection.delete(key, found.getCas()).thenApply(MemcacheStatus.OK::equals)
                    : CompletableFuture.completedFuture(false));
  }

  private boolean isMine(@Nullable GetResult<byte[]> found) {
    return found != null && mark.isSameAs(LeaseMark.of(found.getValue()));
  }
}
