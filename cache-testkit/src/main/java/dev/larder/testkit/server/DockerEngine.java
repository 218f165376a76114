package dev.larder.testkit.server;

import org.testcontainers.DockerClientFactory;

/** What runs containers, if there is one. */
final class DockerEngine {
  private DockerEngine() {}

  /** Whether an engine answers, and Testcontainers, an optional dependency, is there to ask it. */
  static boolean answers() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }
}
