package dev.larder.testkit.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;

/**
 * Content with a container that was started, even if it has ended again: why it has is looked at as
 * for any other process.
 */
final class StartedOnce extends StartupCheckStrategy {
  @Override
  public StartupStatus checkStartupState(DockerClient docker, String container) {
    ContainerState state = docker.inspectContainerCmd(container).exec().getState();
    String startedAt = state.getStartedAt();
    boolean started = startedAt != null && !startedAt.startsWith("0001");
    return started ? StartupStatus.SUCCESSFUL : StartupStatus.NOT_YET_KNOWN;
  }
}
