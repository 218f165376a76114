package dev.larder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.internal.codec.json.JsonCodec;
import dev.larder.internal.kryo.KryoCodec;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bytes that ask for a class by its name, as JSON and Kryo know it from other configurations. */
final class NamedGadgets {
  /** The classes that are asked for. */
  static final List<String> CLASSES =
      List.of(
          "dev.larder.Trap",
          "javax.management.BadAttributeValueExpException",
          "com.sun.rowset.JdbcRowSetImpl",
          "org.apache.commons.collections.functors.InvokerTransformer");

  private NamedGadgets() {}

  /** In a JSON text: at its beginning, and in place of a part of an order whose class is open. */
  static Map<String, byte[]> ofJson() {
    Map<String, byte[]> gadgets = new LinkedHashMap<>();
    byte[] order = encoded(new CodecFuzz(new JsonCodec(), Orders.TYPE));
    String json = new String(order, UTF_8);
    String open = "{\"@type\":\"Cash\",\"cents\":5}";
    for (String name : CLASSES) {
      for (String form :
          List.of(
              "{'@type':'%s','name':'x'}",
              "{'@class':'%s'}", "{'@c':'%s'}", "['%s',{'name':'x'}]", "['%s','x']", "'%s'")) {
        String gadget = form.formatted(name).replace('\'', '"');
        String key = "json-" + gadgets.size();
        gadgets.put(key, gadget.getBytes(UTF_8));
        gadgets.put(key + "-inside", json.replace(open, gadget).getBytes(UTF_8));
      }
    }
    return gadgets;
  }

  /** Where Kryo registers nothing: a mark for a name, the number of that name, the name. */
  static Map<String, byte[]> ofKryo() {
    Map<String, byte[]> gadgets = new LinkedHashMap<>();
    byte[] order = encoded(new CodecFuzz(new KryoCodec(), Orders.TYPE));
    for (String name : CLASSES) {
      byte[] gadget = kryo(name);
      for (int at = 0; at <= order.length; at++) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(order, 0, at);
        bytes.writeBytes(gadget);
        bytes.write(order, at, order.length - at);
        gadgets.put("kryo-" + gadgets.size(), bytes.toByteArray());
      }
    }
    return gadgets;
  }

  private static byte[] kryo(String name) {
    byte[] ascii = name.getBytes(UTF_8);
    ascii[ascii.length - 1] |= (byte) 0x80;
    byte[] bytes = Arrays.copyOf(new byte[] {1, 0}, 2 + ascii.length);
    System.arraycopy(ascii, 0, bytes, 2, ascii.length);
    return bytes;
  }

  private static byte[] encoded(CodecFuzz codec) {
    List<Order> samples = Orders.samples();
    return codec.encoded(samples.get(samples.size() - 1));
  }
}
