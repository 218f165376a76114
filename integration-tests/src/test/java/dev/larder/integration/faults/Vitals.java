package dev.larder.integration.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process takes of its machine.
 *
 * @param heapBytes in use after a collection
 * @param threads that live
 * @param descriptors that are open, of which each connection is one; -1 where the system does not
 *     tell
 */
record Vitals(long heapBytes, int threads, int descriptors) {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  static Vitals now() {
    System.gc();
    return new Vitals(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        descriptorCount());
  }

  private static int descriptorCount() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return -1;
    }
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return (int) open.count();
    } catch (IOException e) {
      return -1;
    }
  }

  static Vitals of(String text) {
    String[] words = text.split(" ");
    return new Vitals(
        Long.parseLong(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
  }

  /** For people. */
  String words() {
    return "%.1f MiB, %d threads, %d descriptors"
        .formatted(heapBytes / (double) (1 << 20), threads, descriptors);
  }

  @Override
  public String toString() {
    return heapBytes + " " + threads + " " + descriptors;
  }
}
