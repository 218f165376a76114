package dev.larder.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.larder.spi.RefusedException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counters: decimal numbers, each under its own key, beside no marker and no lease. */
final class RedisCounters {
  /** Lua's numbers are not exact beyond 53 bits, so the sum is read as the text that is stored. */
  private static final ScriptText ADD =
      ScriptText.of(
          """
          local begins = redis.call('EXISTS', KEYS[1]) == 0
          redis.call('INCRBY', KEYS[1], ARGV[1])
          if begins and ARGV[2] ~= '0' then
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
          end
          return {redis.call('GET', KEYS[1])}
          """);

  private static final ScriptText COUNT = ScriptText.of("return {redis.call('GET', KEYS[1])}");

  private static final ScriptText RESET = ScriptText.of("return {redis.call('UNLINK', KEYS[1])}");

  private final RedisLink link;

  RedisCounters(RedisLink link) {
    this.link = link;
  }

  long add(String key, long by, Duration timeToLive) {
    try {
      List<Object> reply =
          run(ADD, "INCRBY", key, Repeat.UNLESS_DONE, text(by), Millis.text(timeToLive));
      return Long.parseLong(new String((byte[]) reply.get(0), US_ASCII));
    } catch (RefusedException e) {
      if (RedisFaults.reason(e).contains("would overflow")) {
        throw new ArithmeticException("\"" + key + "\" and " + by + " do not fit into a long");
      }
      throw e;
    }
  }

  @Nullable Long count(String key) {
    byte[] text = (byte[]) run(COUNT, "GET", key, Repeat.ALWAYS).get(0);
    return text == null ? null : Long.valueOf(new String(text, US_ASCII));
  }

  boolean reset(String key) {
    return Frame.flag(run(RESET, "UNLINK", key, Repeat.ALWAYS));
  }

  private List<Object> run(
      ScriptText script, String name, String key, Repeat repeat, Object... arguments) {
    return link.run(
        () -> new RedisCommand.Run(script, List.of(key), arguments),
        () -> name + " of \"" + key + "\"",
        repeat);
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(US_ASCII);
  }
}
