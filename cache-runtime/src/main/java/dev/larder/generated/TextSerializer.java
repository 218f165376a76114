package dev.larder.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import org.jspecify.annotations.Nullable;

/**
 * Writes any {@code String}: a header, then UTF-8. Half of a surrogate pair has no UTF-8, and Java
 * allows it; a text with one in it is written char by char.
 *
 * <p>The header is 0 for null, else one more than twice the number of bytes, plus one if they are
 * chars.
 */
final class TextSerializer extends ValueSerializer<String> {
  @Override
  public void write(Kryo kryo, Output output, String text) {
    write(output, text);
  }

  /** Writes a text that is not null. */
  static void write(Output output, String text) {
    if (isUtf8(text)) {
      byte[] bytes = text.getBytes(UTF_8);
      output.writeVarInt((bytes.length << 1) + 1, true);
      output.writeBytes(bytes);
    } else {
      output.writeVarInt((text.length() << 2) + 2, true);
      for (int i = 0; i < text.length(); i++) {
        output.writeChar(text.charAt(i));
      }
    }
  }

  @Override
  public String read(Kryo kryo, Input input, Class<? extends String> type) {
    return read(input);
  }

  /** Reads a text that is not null. */
  static String read(Input input) {
    String text = readOrNull(input);
    if (text == null) {
      throw new KryoException("there is no text where one must be");
    }
    return text;
  }

  @Override
  public void writeOrNull(Kryo kryo, Output output, @Nullable String text) {
    if (text == null) {
      output.writeVarInt(0, true);
    } else {
      write(output, text);
    }
  }

  @Override
  public @Nullable String readOrNull(Kryo kryo, Input input) {
    return readOrNull(input);
  }

  private static @Nullable String readOrNull(Input input) {
    int header = input.readVarInt(true);
    if (header == 0) {
      return null;
    }
    int bytes = Bounds.requireRemaining(input, (header - 1) >>> 1, 1);
    return (header & 1) == 1 ? utf8(input, bytes) : chars(input, bytes / Character.BYTES);
  }

  private static String utf8(Input input, int bytes) {
    String text = new String(input.getBuffer(), input.position(), bytes, UTF_8);
    input.setPosition(input.position() + bytes);
    return text;
  }

  private static String chars(Input input, int length) {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = input.readChar();
    }
    return new String(chars);
  }

  /** Whether each half of a surrogate pair stands beside its other half. */
  private static boolean isUtf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
