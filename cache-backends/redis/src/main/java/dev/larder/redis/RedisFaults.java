package dev.larder.redis;

import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.RefusedException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisAuthRequiredException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisNodeNotFoundException;
import org.redisson.client.RedisOutOfMemoryException;
import org.redisson.client.RedisReadonlyException;
import org.redisson.client.RedisReconnectedException;
import org.redisson.client.RedisRetryException;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.RedisWrongPasswordException;

/** What failed, in the words of this library. */
final class RedisFaults {
  /** What messages call the store. */
  static final String STORE = "redis";

  private static final int MOST_CAUSES = 20;

  /** What Redisson has no type for; servers before 7.0 put it behind words about the script. */
  private static final Pattern FOR_NOW =
      Pattern.compile("(^| -)(MISCONF|NOREPLICAS|READONLY|MASTERDOWN|CLUSTERDOWN) ");

  private RedisFaults() {}

  /** What a future failed with. */
  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Whether the server said that it has not done it, and may the next time. */
  static boolean wasRefusedForNow(Throwable cause) {
    return cause instanceof RedisRetryException
        || cause instanceof RedisReadonlyException
        || (cause instanceof RedisException && FOR_NOW.matcher(message(cause)).find());
  }

  private static String message(Throwable cause) {
    return String.valueOf(cause.getMessage());
  }

  /** Whether the same may succeed when it is done again. */
  static boolean mayPass(Throwable cause) {
    return wasRefusedForNow(cause) || isTimeout(cause) || isConnection(cause);
  }

  static boolean isTimeout(Throwable cause) {
    return cause instanceof RedisTimeoutException || cause instanceof TimeoutException;
  }

  private static boolean isConnection(Throwable cause) {
    return !isLogin(cause) && isBroken(cause);
  }

  private static boolean isBroken(Throwable cause) {
    return cause instanceof RedisConnectionException
        || cause instanceof RedisReconnectedException
        || cause instanceof RedisNodeNotFoundException
        || isIn(cause, IOException.class);
  }

  /** A login that is refused is refused the next time, too. */
  private static boolean isLogin(Throwable cause) {
    return isIn(cause, RedisWrongPasswordException.class)
        || isIn(cause, RedisAuthRequiredException.class);
  }

  /** Redisson wraps what it did not expect, such as a connection that is refused. */
  private static boolean isIn(Throwable thrown, Class<? extends Throwable> type) {
    Throwable each = thrown;
    for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
      if (type.isInstance(each)) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  /**
   * What to throw.
   *
   * @param what was asked of the servers, such as {@code READ of "shop:1:users:7"}
   */
  static RuntimeException of(Throwable thrown, String what) {
    Throwable cause = cause(thrown);
    if (cause instanceof CacheException known) {
      return known;
    }
    if (cause instanceof RedissonShutdownException) {
      return new IllegalStateException("the Redis store is closed: " + what, cause);
    }
    if (isIn(cause, InterruptedException.class)) {
      return interrupted(what, cause);
    }
    if (isTimeout(cause)) {
      return new CacheTimeoutException("Redis did not answer in time: " + what, STORE, cause);
    }
    String said = what + ": " + reason(cause);
    if (isBroken(cause) || isLogin(cause)) {
      return new CacheConnectionException("Redis cannot be reached: " + said, STORE, cause);
    }
    return wasRefusedForNow(cause)
        ? new CacheConnectionException("Redis cannot do it now: " + said, STORE, cause)
        : new RefusedException("Redis refused: " + said, cause);
  }

  /** What it all came from; without the command, which Redisson adds. */
  static String reason(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; root.getCause() != null && depth < MOST_CAUSES; depth++) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.getClass().getName() : root.getMessage();
    int channel = message.indexOf(". channel: ");
    String said = channel < 0 ? message : message.substring(0, channel);
    return root instanceof RedisOutOfMemoryException ? "OOM " + said : said;
  }

  static RuntimeException interrupted(String what, Throwable cause) {
    Thread.currentThread().interrupt();
    return new CacheTimeoutException(
        "the thread was interrupted while it waited for Redis: " + what, STORE, cause);
  }
}
