package dev.larder.redis;

/**
 * The texts of one script, for each way to come by the generation and to tell of a change. They
 * begin with the generation; then comes the body, with its words in capitals filled in.
 *
 * @param onOneServer with the marker of the generation as last key, and a new generation as first
 *     argument
 * @param told the same, which tells of what it changes: behind the marker stands where the messages
 *     of the channel are counted, and the last arguments are channel and message
 * @param inCluster with the generation as first argument
 */
record ScriptForms(ScriptText onOneServer, ScriptText told, ScriptText inCluster) {
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

  /**
   * Of a body.
   *
   * @param look how the marker is looked at
   */
  static ScriptForms of(String body, String look) {
    String marker = MARKER.replace("LOOK", look);
    String together = filled(body, IS_OF_ANOTHER_OF_ONE_SERVER, "");
    String apart = filled(body, IS_OF_ANOTHER_IN_CLUSTER, GIVE_BACK_IN_CLUSTER);
    return new ScriptForms(
        ScriptText.of(marker.replace("BESIDE", "1") + together.replace("TELL", "")),
        ScriptText.of(marker.replace("BESIDE", "2") + together.replace("TELL", TELL)),
        ScriptText.of(REMEMBERED + apart.replace("TELL", "")));
  }

  private static String filled(String body, String isOfAnother, String giveBack) {
    return body.replace("STANDS_NOT", STANDS_NOT)
        .replace("IS_OF_ANOTHER", isOfAnother)
        .replace("GIVE_BACK", giveBack);
  }
}
