package dev.larder.internal.codec.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.StreamCorruptedException;

/**
 * Reads objects of admitted classes alone. A name of another class is refused before anything looks
 * for that class; a filter then bounds how many objects there are, how deep, and how long arrays.
 */
final class ClosedInput extends ObjectInputStream {
  private static final int DEEPEST = 500;

  /** A hash table of few entries, and one that is told to be kept a quarter full. */
  private static final int TABLE_SLACK = 64;

  private static final int TABLE_FACTOR = 8;

  private final InputStream bytes;
  private final Admitted admitted;

  ClosedInput(InputStream bytes, Admitted admitted, int length) throws IOException {
    super(bytes);
    this.bytes = bytes;
    this.admitted = admitted;
    setObjectInputFilter(info -> checked(info, length));
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) throws IOException {
    Class<?> type = admitted.find(description.getName());
    if (type == null) {
      throw new InvalidClassException(
          description.getName(), "not among the classes that values are known to be made of");
    }
    return type;
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
    throw new InvalidClassException("a proxy is not read");
  }

  private ObjectInputFilter.Status checked(ObjectInputFilter.FilterInfo info, int length) {
    Class<?> type = info.serialClass();
    boolean isFit =
        info.depth() <= DEEPEST
            && info.references() <= length
            && (type == null || admitted.contains(type))
            && info.arrayLength() <= longest(type, length);
    return isFit ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
  }

  /** An element of an array takes a byte at least; the table of a hash map is made by its rules. */
  private static long longest(Class<?> type, int length) {
    return type == java.util.Map.Entry[].class
        ? (long) TABLE_FACTOR * length + TABLE_SLACK
        : length;
  }

  /** Nothing may follow the value. */
  void requireEnd() throws IOException {
    if (read() >= 0 || bytes.read() >= 0) {
      throw new StreamCorruptedException("more bytes than those of a value");
    }
  }
}
