package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a server does in one step, in Lua. A value is stored as a frame: the eight bytes of the
 * generation in which it was stored, and the caller's bytes. A lease is stored as those eight bytes
 * and its token of sixteen, and one more byte once somebody was told that another holds it. What
 * bears another generation than the present one is as if it were not there.
 *
 * <p>Each script finds the generation in {@code g} and the number of its own keys in {@code n}: see
 * {@link #onOneServer}, {@link #told} and {@link #inCluster}. What stands in capitals differs
 * between them.
 *
 * <p>{@code GETEX} reads, but counts as a write. A server that takes no writes, such as a master
 * that has become a replica, refuses it: it does not hear of evicts, and must not answer reads. And
 * a script that has written may go on to write where memory is full. So what is to be refused then,
 * which is to store values, looks with {@code GET}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the texts are records of two strings
enum Script {
  /**
   * Values. Gives the frame of each, and then the remaining life of each; nil and 0 for those that
   * are absent. Read at once, since Lua takes longer for each command than the command does.
   */
  READ(
      """
      local found = redis.call('MGET', unpack(KEYS, 1, n))
      for i = 1, n do
        local frame = found[i]
        if frame and string.sub(frame, 1, 8) == g then
          found[n + i] = redis.call('PTTL', KEYS[i])
        else
          found[i] = false
          found[n + i] = 0
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
        local frame = redis.pcall('GETEX', KEYS[i])
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
            if #lease == 24 then
              redis.call('APPEND', held, '+')
            end
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
      local frame = redis.pcall('GETEX', KEYS[1])
      local lease = ARGV[4] == '0' and redis.call('GET', KEYS[2])
      if IS_OF_ANOTHER then
        if #lease == 24 then
          redis.call('APPEND', KEYS[2], '+')
        end
        return {false, 0, math.max(1, redis.call('PTTL', KEYS[2]))}
      end
      redis.call('SET', KEYS[2], g .. token, 'PX', ARGV[3])
      if type(frame) == 'string' and string.sub(frame, 1, 8) == g then
        return {frame, redis.call('PTTL', KEYS[1]), 0}
      end
      return {false, 0, 0}
      """),

  /**
   * A value and its lease; token, bytes, time to live, and what to say where to those who wait.
   * Gives whether the lease still stood. It is over in any case, if there is no room as well.
   */
  FILL(
      """
      local lease = redis.call('GET', KEYS[2])
      if STANDS_NOT then
        return {0}
      end
      local kept
      if ARGV[4] == '0' then
        kept = redis.pcall('SET', KEYS[1], g .. ARGV[3])
      else
        kept = redis.pcall('SET', KEYS[1], g .. ARGV[3], 'PX', ARGV[4])
      end
      redis.call('DEL', KEYS[2])
      if #lease > 24 and ARGV[5] then
        redis.call('PUBLISH', ARGV[5], ARGV[6])
      end
      return kept.err and kept or {1}
      """,
      "GET"),

  /** A value and its lease; token, milliseconds. Gives whether the lease still stood. */
  RENEW(
      """
      local lease = redis.call('GET', KEYS[2])
      if STANDS_NOT then
        return {0}
      end
      return {redis.call('PEXPIRE', KEYS[2], ARGV[3])}
      """),

  /**
   * A value and its lease; token, and what to say where to those who wait. Gives whether the lease
   * still stood.
   */
  RELEASE(
      """
      local lease = redis.call('GET', KEYS[2])
      if STANDS_NOT then
        return {0}
      end
      redis.call('DEL', KEYS[2])
      if #lease > 24 and ARGV[3] then
        redis.call('PUBLISH', ARGV[3], ARGV[4])
      end
      return {1}
      """),

  /**
   * Values, each with its lease; for each its bytes and time to live. Where there is no room for
   * them, the values of before are removed: they are outdated.
   */
  PUT(
      """
      local full
      for i = 1, n, 2 do
        local kept
        if full then
          kept = full
        elseif ARGV[i + 2] == '0' then
          kept = redis.pcall('SET', KEYS[i], g .. ARGV[i + 1])
        else
          kept = redis.pcall('SET', KEYS[i], g .. ARGV[i + 1], 'PX', ARGV[i + 2])
        end
        if kept.err then
          full = kept
          redis.call('UNLINK', KEYS[i])
        end
        redis.call('DEL', KEYS[i + 1])
      end
      TELL
      return full or {}
      """,
      "GET"),

  /** Values, each with its lease. Gives the generation, and that of each value; "" for none. */
  REMOVE(
      """
      local stamps = {g}
      for i = 1, n, 2 do
        local stamp = redis.pcall('GETRANGE', KEYS[i], 0, 7)
        stamps[#stamps + 1] = type(stamp) == 'string' and stamp or ''
        redis.call('UNLINK', KEYS[i], KEYS[i + 1])
      end
      TELL
      return stamps
      """),

  /** A value and its lease; bytes. Gives whether it was these. */
  REMOVE_IF(
      """
      if redis.call('GET', KEYS[1]) ~= g .. ARGV[2] then
        return {0}
      end
      redis.call('UNLINK', KEYS[1], KEYS[2])
      TELL
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
      TELL
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
      """),

  /** Nothing. Makes a new generation of the first argument, and gives it. For one server. */
  CLEAR(
      """
      redis.call('SET', KEYS[n + 1], ARGV[1])
      TELL
      return {ARGV[1]}
      """);

  /**
   * The marker is the key behind the script's own. Where it is missing, it was lost and with it the
   * word of which entries are valid: a new generation, which is the first argument, makes all of
   * them absent.
   */
  private static final String MARKER =
      """
      local n = #KEYS - BESIDE
      local g = redis.call('LOOK', KEYS[n + 1])
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

  /**
   * Where messages are counted is the last key, and there is no count: a new one, a lost one, or
   * what is somebody else's. It begins at the server's time in microseconds, as fewer messages than
   * that are sent: so it never comes to a number that was heard before it was lost. Lua counts
   * exactly below two to the power of 53.
   */
  static final String BEGIN =
      """
      if type(number) ~= 'number' or number < 2 or number >= 2^53 then
        local now = redis.call('TIME')
        number = now[1] * 1000000 + now[2]
        redis.call('SET', KEYS[#KEYS], string.format('%.0f', number))
      end
      """;

  /**
   * Counts the message and sends it: where they are counted is the last key, channel and message
   * are the last arguments. It comes after the change: a script may write where memory is full once
   * it has written.
   */
  static final String TELL =
      """
      local number = redis.pcall('INCR', KEYS[#KEYS])
      """
          + BEGIN
          + """
      redis.call('PUBLISH', ARGV[#ARGV - 1], struct.pack('>I8', number) .. ARGV[#ARGV])""";

  private static final String STANDS_NOT = "not lease or string.sub(lease, 1, 24) ~= g .. ARGV[2]";

  /** A lease of another generation is over. */
  private static final String IS_OF_ANOTHER_OF_ONE_SERVER =
      "lease and string.sub(lease, 1, 24) ~= g .. token and string.sub(lease, 1, 8) == g";

  /**
   * The caller may know an outdated generation, and then a lease of the present one must not look
   * as if it were over: whatever its generation, it is held.
   */
  private static final String IS_OF_ANOTHER_IN_CLUSTER =
      "lease and string.sub(lease, 9, 24) ~= token";

  /** A first try, with an outdated generation, may have taken the lease beside a valid value. */
  private static final String GIVE_BACK_IN_CLUSTER =
      """
      local lease = redis.call('GET', held)
      if lease and string.sub(lease, 9, 24) == token then
        redis.call('DEL', held)
      end""";

  private final Text onOneServer;
  private final Text told;
  private final Text inCluster;

  Script(String body) {
    this(body, "GETEX");
  }

  /**
   * From its text.
   *
   * @param look how it looks at the marker
   */
  Script(String body, String look) {
    String marker = MARKER.replace("LOOK", look);
    String together =
        body.replace("STANDS_NOT", STANDS_NOT)
            .replace("IS_OF_ANOTHER", IS_OF_ANOTHER_OF_ONE_SERVER)
            .replace("GIVE_BACK", "");
    this.onOneServer = Text.of(marker.replace("BESIDE", "1") + together.replace("TELL", ""));
    this.told = Text.of(marker.replace("BESIDE", "2") + together.replace("TELL", TELL));
    this.inCluster =
        Text.of(
            REMEMBERED
                + body.replace("STANDS_NOT", STANDS_NOT)
                    .replace("IS_OF_ANOTHER", IS_OF_ANOTHER_IN_CLUSTER)
                    .replace("GIVE_BACK", GIVE_BACK_IN_CLUSTER)
                    .replace("TELL", ""));
  }

  /** With the marker of the generation as last key, and a new generation as first argument. */
  Text onOneServer() {
    return onOneServer;
  }

  /**
   * The same, which tells of what it changes: behind the marker stands where the messages of the
   * channel are counted, and the last arguments are channel and message.
   */
  Text told() {
    return told;
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
