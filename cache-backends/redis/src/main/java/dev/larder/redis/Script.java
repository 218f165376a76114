package dev.larder.redis;

/**
 * What a server does in one step, in Lua. A value is stored as a frame: the eight bytes of the
 * generation in which it was stored, and the caller's bytes. A lease is stored as those eight bytes
 * and its token of sixteen, and one more byte once somebody was told that another holds it. What
 * bears another generation than the present one is as if it were not there.
 *
 * <p>These are the bodies. Each finds the generation in {@code g} and the number of its own keys in
 * {@code n}; its own arguments stand behind the first. {@link ScriptForms} says what comes before a
 * body, and in the place of what stands in capitals.
 *
 * <p>{@code GETEX} reads, but counts as a write. A server that takes no writes, such as a master
 * that has become a replica, refuses it: it does not hear of evicts, and must not answer reads. And
 * a script that has written may go on to write where memory is full. So what is to be refused then,
 * which is to store values, looks with {@code GET}.
 */
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
   * was there. Whatever its generation: it may be outdated, and count as held in a cluster.
   */
  RELEASE(
      """
      local lease = redis.call('GET', KEYS[2])
      if not lease or string.sub(lease, 9, 24) ~= ARGV[2] then
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

  @SuppressWarnings("ImmutableEnumChecker") // records of strings
  private final ScriptForms forms;

  Script(String body) {
    this(body, "GETEX");
  }

  /**
   * From its text.
   *
   * @param look how it looks at the marker
   */
  Script(String body, String look) {
    this.forms = ScriptForms.of(body, look);
  }

  /** What a server is sent of it. */
  ScriptForms forms() {
    return forms;
  }
}
