package dev.larder.generated;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

/** Serializers of arrays of primitives: their length, then each at its full width. */
final class PrimitiveArrays {
  static final ValueSerializer<boolean[]> BOOLEANS =
      new ScalarSerializer<>(
          (out, array) -> {
            out.writeVarInt(array.length, true);
            out.writeBooleans(array, 0, array.length);
          },
          in -> in.readBooleans(Bounds.count(in, 1)));

  static final ValueSerializer<byte[]> BYTES =
      new ScalarSerializer<>(PrimitiveArrays::write, PrimitiveArrays::readBytes);

  static final ValueSerializer<short[]> SHORTS =
      new ScalarSerializer<>(
          (out, array) -> {
            out.writeVarInt(array.length, true);
            out.writeShorts(array, 0, array.length);
          },
          in -> in.readShorts(Bounds.count(in, Short.BYTES)));

  static final ValueSerializer<char[]> CHARS =
      new ScalarSerializer<>(
          (out, array) -> {
            out.writeVarInt(array.length, true);
            out.writeChars(array, 0, array.length);
          },
          in -> in.readChars(Bounds.count(in, Character.BYTES)));

  static final ValueSerializer<int[]> INTS =
      new ScalarSerializer<>(
          (out, array) -> {
            out.writeVarInt(array.length, true);
            out.writeInts(array, 0, array.length);
          },
          in -> in.readInts(Bounds.count(in, Integer.BYTES)));

  static final ValueSerializer<long[]> LONGS =
      new ScalarSerializer<>(
          (out, array) -> {
            out.writeVarInt(array.length, true);
            out.writeLongs(array, 0, array.length);
          },
          in -> in.readLongs(Bounds.count(in, Long.BYTES)));

  static final ValueSerializer<float[]> FLOATS =
      new ScalarSerializer<>(
          (out, array) -> {
            out.writeVarInt(array.length, true);
            out.writeFloats(array, 0, array.length);
          },
          in -> in.readFloats(Bounds.count(in, Float.BYTES)));

  static final ValueSerializer<double[]> DOUBLES =
      new ScalarSerializer<>(
          (out, array) -> {
            out.writeVarInt(array.length, true);
            out.writeDoubles(array, 0, array.length);
          },
          in -> in.readDoubles(Bounds.count(in, Double.BYTES)));

  private PrimitiveArrays() {}

  static void write(Output out, byte[] bytes) {
    out.writeVarInt(bytes.length, true);
    out.writeBytes(bytes);
  }

  static byte[] readBytes(Input in) {
    return in.readBytes(Bounds.count(in, 1));
  }
}
