package dev.larder.testkit.server;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Bind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container. It has the network of this machine and the directory under the same
 * name, so that ports and files are those of a process outside; for that the engine must run on
 * this machine, and on Linux. Testcontainers ends it if this JVM does not.
 */
final class ContainerProcess implements ServerProcess {
  private static final int CLEAN_STOP_SECONDS = 20;

  private final GenericContainer<?> container;
  private final long pid;
  private String lastLog = "";

  private ContainerProcess(GenericContainer<?> container) {
    this.container = container;
    Long outside = state().getPidLong();
    this.pid = outside == null ? 0 : outside;
  }

  /** Runs the program in its image. */
  static ServerProcess start(Blueprint blueprint, int port, Path directory) throws IOException {
    List<String> arguments = blueprint.prepare(port, directory);
    String owner = "%s:%s".formatted(attribute(directory, "uid"), attribute(directory, "gid"));
    // Testcontainers' own way would try it first, in yet another image.
    Bind bind = Bind.parse(directory + ":" + directory);
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(blueprint.binary().image()))
            .withNetworkMode("host")
            .withWorkingDirectory(directory.toString())
            .withEnv(blueprint.environment(directory))
            .withStartupCheckStrategy(new StartedOnce())
            .withCreateContainerCmdModifier(
                create -> {
                  create.withUser(owner).withEntrypoint(blueprint.binary().program());
                  create.withCmd(arguments);
                  requireNonNull(create.getHostConfig()).withBinds(bind);
                });
    container.start();
    return new ContainerProcess(container);
  }

  private static Object attribute(Path file, String name) throws IOException {
    return Files.getAttribute(file, "unix:" + name);
  }

  @Override
  public long pid() {
    return pid;
  }

  private ContainerState state() {
    return docker().inspectContainerCmd(container.getContainerId()).exec().getState();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  @Override
  public boolean isAlive() {
    return container.isRunning();
  }

  /** True: inside of the container it has another number than outside. */
  @Override
  public boolean isNumbered(long pid) {
    return true;
  }

  @Override
  public String log() {
    // Once the container is removed, it has no name.
    return container.getContainerId() == null ? lastLog : container.getLogs();
  }

  @Override
  public void stop() {
    if (isAlive()) {
      if (isPaused()) {
        resume();
      }
      String id = container.getContainerId();
      docker().stopContainerCmd(id).withTimeout(CLEAN_STOP_SECONDS).exec();
    }
    kill();
  }

  @Override
  public void kill() {
    lastLog = log();
    container.stop();
  }

  private boolean isPaused() {
    return Boolean.TRUE.equals(state().getPaused());
  }

  @Override
  public void pause() {
    docker().pauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void resume() {
    docker().unpauseContainerCmd(container.getContainerId()).exec();
  }
}
