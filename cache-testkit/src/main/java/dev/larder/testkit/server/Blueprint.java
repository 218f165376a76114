package dev.larder.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a server is run, and how one knows that it is there. */
interface Blueprint {
  /** The program. */
  ServerBinary binary();

  /** Writes what the server reads into its directory, and gives the program's arguments. */
  List<String> prepare(int port, Path directory) throws IOException;

  /** What the program finds in its environment besides the JVM's own. */
  Map<String, String> environment(Path directory);

  /**
   * The process that answers on the port, by its own word.
   *
   * @throws IOException if none does, or if it is not ready
   */
  long answering(int port) throws IOException;
}
