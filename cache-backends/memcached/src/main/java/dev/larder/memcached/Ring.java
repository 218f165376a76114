package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which of several holds a key, by consistent hashing with the points of libketama: one more or one
 * less moves the keys of that one alone. A holder that is down keeps its keys: given to another,
 * they would be written there, and be read as they were before once it is back.
 *
 * @param <H> the holders
 */
final class Ring<H> {
  private static final int DIGESTS_EACH = 40;

  private final TreeMap<Integer, H> points = new TreeMap<>(Integer::compareUnsigned);
  private final boolean isOfOne;

  /** The holders, by names that tell each from the others. */
  Ring(Collection<H> holders, Function<H, String> name) {
    isOfOne = holders.size() == 1;
    for (H holder : holders) {
      for (int i = 0; i < DIGESTS_EACH; i++) {
        ByteBuffer digest = md5(name.apply(holder) + "-" + i);
        while (digest.hasRemaining()) {
          points.put(digest.getInt(), holder);
        }
      }
    }
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a ring needs a holder");
    }
  }

  /** Who holds the key. */
  H holder(String serverKey) {
    return isOfOne ? points.firstEntry().getValue() : at(md5(serverKey).getInt());
  }

  private H at(int point) {
    Map.Entry<Integer, H> next = points.ceilingEntry(point);
    return (next == null ? points.firstEntry() : next).getValue();
  }

  private static ByteBuffer md5(String text) {
    return ByteBuffer.wrap(ServerKey.digest("MD5", text.getBytes(UTF_8)))
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
