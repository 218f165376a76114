package dev.larder;

import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads each file of a directory by a codec, in a JVM that has seen none of the classes that the
 * files name, and says of each whether it was refused.
 */
public final class GadgetReader {
  private GadgetReader() {}

  /**
   * Reads them.
   *
   * @param arguments the codec's name, and the directory
   */
  public static void main(String[] arguments) throws IOException {
    ValueCodec<Order> codec = named(arguments[0]).codecFor(Orders.TYPE);
    try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
      for (Path file : new TreeSet<>(files.collect(Collectors.toSet()))) {
        System.out.println(file.getFileName() + " " + read(codec, Files.readAllBytes(file)));
      }
    }
  }

  private static String read(ValueCodec<Order> codec, byte[] bytes) {
    try {
      return "read as " + codec.decode(bytes, 0, bytes.length).getClass().getName();
    } catch (RuntimeException e) {
      return "refused";
    }
  }

  private static Codec named(String name) {
    return ServiceLoader.load(Codec.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseGet(Unguarded::new);
  }

  /** What everybody is warned of: that the files would do harm if they could. */
  private static final class Unguarded implements Codec {
    @Override
    public String name() {
      return "unguarded";
    }

    @Override
    public <V> ValueCodec<V> codecFor(StoredType<V> type) {
      return new ValueCodec<>() {
        @Override
        public byte[] encode(V value) {
          throw new UnsupportedOperationException("it reads");
        }

        @Override
        @SuppressWarnings("unchecked") // whatever it is
        public V decode(byte[] bytes, int offset, int length) {
          try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (V) input.readObject();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
          }
        }
      };
    }
  }
}
