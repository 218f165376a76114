package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Known gadgets do nothing to a codec: whatever asks for a class outside of the set is refused, and
 * that class is not even loaded. Each codec reads them in a JVM of its own, whose log of loaded
 * classes is looked through.
 */
class GadgetsTest {
  /** Of none of these is a class of the set, or needed by a codec. */
  private static final Pattern HARMFUL =
      Pattern.compile(
          "^(dev\\.larder\\.(Trap|SerializedGadgets|NamedGadgets)"
              + "|org\\.apache\\.commons\\.collections"
              + "|com\\.sun\\.(rowset|org\\.apache)"
              + "|javax\\.(management\\.BadAttribute|sql\\.rowset)"
              + "|java\\.rmi\\."
              + "|java\\.security\\.SignedObject)");

  @TempDir private Path directory;

  /** What a JVM said and loaded. */
  private record Reading(List<String> said, List<String> loaded) {
    List<String> harm() {
      return Stream.concat(
              said.stream().filter(line -> line.startsWith(Trap.SNAP)),
              loaded.stream().filter(name -> HARMFUL.matcher(name).find()))
          .toList();
    }

    long refused() {
      return said.stream().filter(line -> line.endsWith(" refused")).count();
    }
  }

  private Reading read(String codec, Map<String, byte[]> gadgets) throws Exception {
    Path files = Files.createTempDirectory(directory, codec);
    for (Map.Entry<String, byte[]> gadget : gadgets.entrySet()) {
      Files.write(files.resolve(gadget.getKey()), gadget.getValue());
    }
    Path log = directory.resolve("loaded.txt");
    Path output = directory.resolve("output.txt");
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                GadgetReader.class.getName(),
                codec,
                files.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(reader.waitFor()).as(Files.readString(output)).isZero();
      return new Reading(Files.readAllLines(output), loaded(log));
    } finally {
      reader.destroyForcibly();
    }
  }

  private static List<String> loaded(Path log) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      names.add(line.replaceFirst("^(\\[[^]]*])+ *", "").split(" ")[0]);
    }
    assertThat(names).contains("java.lang.Object", GadgetReader.class.getName());
    return names;
  }

  private void assertRefused(String codec, Map<String, byte[]> gadgets) throws Exception {
    Reading reading = read(codec, gadgets);
    assertThat(reading.harm()).isEmpty();
    assertThat(reading.refused()).isEqualTo(gadgets.size());
  }

  @Test
  void theyDoHarmWhereNothingIsRefused() throws Exception {
    Reading reading = read("unguarded", SerializedGadgets.all());
    assertThat(reading.harm())
        .contains(
            Trap.SNAP + "initialized",
            Trap.SNAP + "made",
            Trap.SNAP + "read",
            Trap.SNAP + "compared",
            "dev.larder.Trap",
            "org.apache.commons.collections.functors.InvokerTransformer",
            "com.sun.rowset.JdbcRowSetImpl",
            "javax.management.BadAttributeValueExpException",
            "java.rmi.MarshalledObject",
            "java.security.SignedObject");
  }

  @Test
  void i8_theSerializationOfTheJdkRefusesThemAndLoadsNoneOfThem() throws Exception {
    assertRefused("java", SerializedGadgets.all());
  }

  @Test
  void i8_jsonRefusesThemAndLoadsNoneOfThem() throws Exception {
    assertRefused("json", NamedGadgets.ofJson());
    assertRefused("json", SerializedGadgets.all());
  }

  /** Some of them are orders with a strange text in them: it is what is loaded that counts. */
  @Test
  void i8_kryoLoadsNoneOfThem() throws Exception {
    assertThat(read("kryo", NamedGadgets.ofKryo()).harm()).isEmpty();
    assertThat(read("kryo", SerializedGadgets.all()).harm()).isEmpty();
  }
}
