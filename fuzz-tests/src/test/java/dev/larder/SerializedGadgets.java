package dev.larder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.StringReader;
import java.net.URI;
import java.rmi.MarshalledObject;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.management.BadAttributeValueExpException;
import javax.sql.rowset.RowSetProvider;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamSource;
import org.apache.commons.collections.Transformer;
import org.apache.commons.collections.functors.ChainedTransformer;
import org.apache.commons.collections.functors.ConstantTransformer;
import org.apache.commons.collections.functors.InvokerTransformer;
import org.apache.commons.collections.keyvalue.TiedMapEntry;
import org.apache.commons.collections.map.LazyMap;

/** Objects that are known to do harm where they are deserialized, as the JDK writes them. */
final class SerializedGadgets {
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();

  private SerializedGadgets() {}

  /** All of them by name: bare, and inside of a list and a map, which may be read. */
  static Map<String, byte[]> all() throws Exception {
    SerializedGadgets gadgets = new SerializedGadgets();
    gadgets.traps();
    gadgets.ofTheJdk();
    gadgets.secondHand();
    gadgets.ofCommonsCollections();
    return gadgets.bytes;
  }

  private void traps() throws IOException {
    add("trap", new Trap());
    add("trap-array", new Trap[0]);
    add("trap-class", Trap.class);
    PriorityQueue<Object> queue = new PriorityQueue<>(2, new Trap());
    queue.addAll(List.of("a", "b"));
    add("queue", queue);
    TreeMap<Object, Object> tree = new TreeMap<>(new Trap());
    tree.put("a", "b");
    add("tree", tree);
    add("lambda", (Supplier<String> & Serializable) () -> Trap.SNAP);
    add("annotation", Marked.class.getAnnotation(FunctionalInterface.class));
  }

  /** Its annotation is a proxy with a handler of the JDK. */
  @FunctionalInterface
  private interface Marked {
    void run();
  }

  private void ofTheJdk() throws Exception {
    add("management", new BadAttributeValueExpException("value"));
    add("rowset", RowSetProvider.newFactory().createJdbcRowSet());
    String sheet = "<stylesheet version='1.0' xmlns='http://www.w3.org/1999/XSL/Transform'/>";
    add(
        "templates",
        TransformerFactory.newDefaultInstance()
            .newTemplates(new StreamSource(new StringReader(sheet))));
    add("url", new HashMap<>(Map.of(URI.create("http://127.0.0.1:9/").toURL(), "value")));
  }

  /** They hold the bytes of other objects, which they deserialize later. */
  private void secondHand() throws Exception {
    add("rmi", new MarshalledObject<>(new Trap()));
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    add(
        "signed",
        new SignedObject(
            new Trap(),
            keys.generateKeyPair().getPrivate(),
            Signature.getInstance("SHA256withRSA")));
  }

  /** A chain that makes a trap when the hash of a map's entry is asked for. */
  private void ofCommonsCollections() throws IOException {
    Transformer chain =
        new ChainedTransformer(
            new Transformer[] {
              new ConstantTransformer(Trap.class),
              new InvokerTransformer("newInstance", new Class<?>[0], new Object[0])
            });
    Map<Object, Object> inner = new HashMap<>();
    Set<Object> set = new HashSet<>();
    set.add(new TiedMapEntry(LazyMap.decorate(inner, chain), "key"));
    inner.clear();
    add("collections", set);
  }

  private void add(String name, Object gadget) throws IOException {
    bytes.put(name, written(gadget));
    bytes.put(name + "-in-list", written(new ArrayList<>(List.of(gadget))));
    bytes.put(name + "-in-map", written(new HashMap<>(Map.of("key", gadget))));
  }

  private static byte[] written(Object value) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ObjectOutputStream output = new ObjectOutputStream(written)) {
      output.writeObject(value);
    }
    return written.toByteArray();
  }
}
