package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a server does in one step, in Lua. A value is stored as a frame: the eight bytes of the
 * generation in which it was stored, and the caller's bytes. A lease is stored as those eight bytes
 * and its token. What bears another generation than the present one is as if it were not there.
 *
 * <p>Each script finds the generation in {@code g} and the number of its own keys in {@code n}: see
 * {@link #onOneServer} and {@link #inCluster}. What stands in capitals differs between the two.
 */
@SuppressWarnings("ImmutableEnumChecker") // the texts are records of two strings
enum Script {
  /** Values. Gives frame and remaining life of each; nil and 0 for those that are absent. */
  READ(
      """
      local found = {}
      for i = 1, n do
        local frame = redis.pcall('GET', KEYS[i])
        if type(frame) == 'string' and string.sub(frame, 1, 8) == g then
          found[2 * i - 1] = frame
          found[2 * i] = redis.call('PTTL', KEYS[i])
        else
          found[2 * i - 1] = false
          found[2 * i] = 0
        end
      end
      return found
      """),

  /**
   * Values, each with its lease; for each a token and milliseconds. Gives of each frame, remaining
   * life and -1; or nil, 0 and how long another still holds the lease, which is 0 if it is the
   * caller's now, as it is when the caller asks again.
   */
  READ_OR_LEASE(
      """
      local found = {}
      for i = 1, n, 2 do
        local at = #found
        local token, held = ARGV[i + 1], KEYS[i + 1]
        local frame = redis.pcall('GET', KEYS[i])
        if type(frame) == 'string' and string.sub(frame, 1, 8) == g then
          GIVE_BACK
          found[at + 1] = frame
          found[at + 2] = redis.call('PTTL', KEYS[i])
          found[at + 3] = -1
        else
          local lease = redis.call('GET', held)
          found[at + 1] = false
          found[at + 2] = 0
          if IS_OF_ANOTHER then
            found[at + 3] = math.max(1, redis.call('PTTL', held))
          else
            redis.call('SET', held, g .. token, 'PX', ARGV[i + 2])
            found[at + 3] = 0
          end
        end
      end
      return found
      """),

  /**
   * A value and its lease; token, milliseconds, and whether to take the lease from another. Gives
   * frame and remaining life, or nil and 0, and then as {@link #READ_OR_LEASE}.
   */
  LEASE(
      """
      local token = ARGV[2]
      local lease = ARGV[4] == '0' and redis.call('GET', KEYS[2])
      if IS_OF_ANOTHER then
        return {false, 0, math.max(1, redis.call('PTTL', KEYS[2]))}
      end
      redis.call('SET', KEYS[2], g .. token, 'PX', ARGV[3])
      local frame = redis.pcall('GET', KEYS[1])
      if type(frame) == 'string' and string.sub(frame, 1, 8) == g then
        return {frame, redis.call('PTTL', KEYS[1]), 0}
      end
      return {false, 0, 0}
      """),

  /** A value and its lease; token, bytes, time to live. Gives whether the lease still stood. */
  FILL(
      """
      if redis.call('GET', KEYS[2]) ~= g .. ARGV[2] then
        return {0}
      end
      if ARGV[4] == '0' then
        redis.call('SET', KEYS[1], g .. ARGV[3])
      else
        redis.call('SET', KEYS[1], g .. ARGV[3], 'PX', ARGV[4])
      end
      redis.call('DEL', KEYS[2])
      return {1}
      """),

  /** A value and its lease; token, milliseconds. Gives whether the lease still stood. */
  RENEW(
      """
      if redis.call('GET', KEYS[2]) ~= g .. ARGV[2] then
        return {0}
      end
      return {redis.call('PEXPIRE', KEYS[2], ARGV[3])}
      """),

  /** A value and its lease; token. Gives whether the lease still stood. */
  RELEASE(
      """
      if redis.call('GET', KEYS[2]) ~= g .. ARGV[2] then
        return {0}
      end
      return {redis.call('DEL', KEYS[2])}
      """),

  /** Values, each with its lease; for each its bytes and time to live. */
  PUT(
      """
      for i = 1, n, 2 do
        if ARGV[i + 2] == '0' then
          redis.call('SET', KEYS[i], g .. ARGV[i + 1])
        else
          redis.call('SET', KEYS[i], g .. ARGV[i + 1], 'PX', ARGV[i + 2])
        end
        redis.call('DEL', KEYS[i + 1])
      end
      return {}
      """),

  /** Values, each with its lease. Gives the generation, and that of each value; "" for none. */
  REMOVE(
      """
      local stamps = {g}
      for i = 1, n, 2 do
        local stamp = redis.pcall('GETRANGE', KEYS[i], 0, 7)
        stamps[#stamps + 1] = type(stamp) == 'string' and stamp or ''
        redis.call('UNLINK', KEYS[i], KEYS[i + 1])
      end
      return stamps
      """),

  /** A value and its lease; bytes. Gives whether it was these. */
  REMOVE_IF(
      """
      if redis.call('GET', KEYS[1]) ~= g .. ARGV[2] then
        return {0}
      end
      redis.call('UNLINK', KEYS[1], KEYS[2])
      return {1}
      """),

  /** A value; a time to live. Gives whether there was one. */
  TOUCH(
      """
      if redis.call('GETRANGE', KEYS[1], 0, 7) ~= g then
        return {0}
      end
      if ARGV[2] == '0' then
        redis.call('PERSIST', KEYS[1])
      else
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
      end
      return {1}
      """),

  /**
   * Values and leases. Gives the generation, and that of each; "" for none, nil for what is nothing
   * of a cache's.
   */
  STAMPS(
      """
      local stamps = {g}
      for i = 1, n do
        local stamp = redis.pcall('GETRANGE', KEYS[i], 0, 7)
        stamps[i + 1] = type(stamp) == 'string' and stamp
      end
      return stamps
      """),

  /** Values and leases; a generation for each. Removes those that bear it. */
  DROP(
      """
      for i = 1, n do
        if redis.call('GETRANGE', KEYS[i], 0, 7) == ARGV[i + 1] then
          redis.call('UNLINK', KEYS[i])
        end
      end
      return {}
      """),

  /** Nothing. Gives the generation. */
  GENERATION(
      """
      return {g}
      """);

  /**
   * The marker is the last key. Where it is missing, it was lost and with it the word of which
   * entries are valid: a new generation, which is the first argument, makes all of them absent.
   */
  private static final String MARKER =
      """
      local n = #KEYS - 1
      local g = redis.call('GET', KEYS[n + 1])
      if not g then
        g = ARGV[1]
        redis.call('SET', KEYS[n + 1], g)
      end
      """;

  /** The generation is the first argument; the caller reads the marker beside it. */
  private static final String REMEMBERED =
      """
      local n = #KEYS
      local g = ARGV[1]
      """;

  /** A lease of another generation is over. */
  private static final String IS_OF_ANOTHER_OF_ONE_SERVER =
      "lease and lease ~= g .. token and string.sub(lease, 1, 8) == g";

  /**
   * The caller may know an outdated generation, and then a lease of the present one must not look
   * as if it were over: whatever its generation, it is held.
   */
  private static final String IS_OF_ANOTHER_IN_CLUSTER = "lease and string.sub(lease, 9) ~= token";

  /** A first try, with an outdated generation, may have taken the lease beside a valid value. */
  private static final String GIVE_BACK_IN_CLUSTER =
      """
      local lease = redis.call('GET', held)
          if lease and string.sub(lease, 9) == token then
            redis.call('DEL', held)
          end""";

  private final Text onOneServer;
  private final Text inCluster;

  Script(String body) {
    this.onOneServer =
        Text.of(
            MARKER
                + body.replace("IS_OF_ANOTHER", IS_OF_ANOTHER_OF_ONE_SERVER)
                    .replace("GIVE_BACK", ""));
    this.inCluster =
        Text.of(
            REMEMBERED
                + body.replace("IS_OF_ANOTHER", IS_OF_ANOTHER_IN_CLUSTER)
                    .replace("GIVE_BACK", GIVE_BACK_IN_CLUSTER));
  }

  /** With the marker of the generation as last key, and a new generation as first argument. */
  Text onOneServer() {
    return onOneServer;
  }

  /** With the generation as first argument. */
  Text inCluster() {
    return inCluster;
  }

  /**
   * A script and the name under which a server remembers it.
   *
   * @param sha1 of the text, in hexadecimal digits
   */
  record Text(String lua, String sha1) {
    static Text of(String lua) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-1").digest(lua.getBytes(UTF_8));
        return new Text(lua, HexFormat.of().formatHex(hash));
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every JDK has SHA-1", e);
      }
    }
  }
}
