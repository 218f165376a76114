package dev.larder.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A JVM of each build, and a second one of the first, over one store. */
final class Fleet implements AutoCloseable {
  private final Map<Build, Member> members = new EnumMap<>(Build.class);
  private final Member twin;

  private Fleet(Path directory, Deployment deployment) {
    Builds builds = new Builds(directory);
    Map<Build, String> classPaths = new EnumMap<>(Build.class);
    for (Build build : Build.values()) {
      classPaths.put(build, builds.compile(build.toString(), build.sources()));
    }
    classPaths.forEach(
        (build, classPath) ->
            members.put(build, deployment.start(build.toString(), directory, classPath)));
    this.twin = deployment.start("v1 again", directory, classPaths.get(Build.V1));
    all().forEach(member -> assertThat(member.answer()).as("%s", member).isEqualTo("open"));
  }

  /** Compiles the builds and starts the JVMs, which have opened their caches when this returns. */
  static Fleet start(Path directory, Deployment deployment) {
    write(directory.resolve("larder.properties"), deployment.configuration());
    return new Fleet(directory, deployment);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The member of a build. */
  Member of(Build build) {
    return members.get(build);
  }

  /** Another member of the first build. */
  Member twin() {
    return twin;
  }

  /** Every member. */
  List<Member> all() {
    List<Member> all = new ArrayList<>(members.values());
    all.add(twin);
    return all;
  }

  @Override
  public void close() {
    all().forEach(Member::close);
  }
}
