package dev.larder.internal.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.util.Util;
import java.lang.invoke.MethodHandles;

/**
 * Makes Kryos without a word. Kryo looks for {@code sun.misc.Unsafe} when it is first used, of
 * which JDKs from 24 on warn on the error stream; it is of use to buffers and fields that we do not
 * have.
 */
final class QuietKryo {
  private static final String SWITCH = "kryo.unsafe";
  private static final int WARNS_FROM = 24;

  static {
    boolean isOurs =
        Runtime.version().feature() >= WARNS_FROM && System.getProperty(SWITCH) == null;
    if (isOurs) {
      System.setProperty(SWITCH, "false");
    }
    try {
      MethodHandles.lookup().ensureInitialized(Util.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Kryo's classes are public", e);
    } finally {
      if (isOurs) {
        System.clearProperty(SWITCH);
      }
    }
  }

  private QuietKryo() {}

  static Kryo open() {
    return new Kryo();
  }
}
