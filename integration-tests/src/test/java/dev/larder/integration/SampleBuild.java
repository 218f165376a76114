package dev.larder.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds a sample, and a module that uses it; every warning is an error. */
record SampleBuild(Jdk jdk, Kind kind, Path directory) {
  /** The runtime's own libraries, which stand on a user's path too. */
  private static final List<String> LIBRARIES =
      List.of(
          "caffeine-",
          "config-",
          "jspecify-",
          "kryo-",
          "minlog-",
          "objenesis-",
          "reflectasm-",
          "resilience4j-",
          "slf4j-api-");

  /** Uses the annotated type, and puts the generated one together, as an application does. */
  private static final Map<String, String> USER =
      Map.of(
          "module-info.java",
          """
          /** Asks the shop. */
          module com.acme.desk {
            requires com.acme.shop;
          }
          """,
          "com/acme/desk/Desk.java",
          """
          package com.acme.desk;

          import com.acme.shop.CachedUserService;
          import com.acme.shop.UserService;
          import dev.larder.CacheManager;

          /** Greets customers. */
          final class Desk {
            private final UserService users;

            Desk(CacheManager caches, UserService database) {
              this.users = new CachedUserService(caches, database);
            }

            String greet(long userId) {
              return "Good day, " + users.find(userId, "desk").name();
            }
          }
          """,
          "com/acme/desk/Branches.java",
          """
          package com.acme.desk;

          import com.acme.shop.CachedUserService;
          import com.acme.shop.User;
          import com.acme.shop.UserService;
          import dev.larder.CacheManager;
          import dev.larder.spi.Store;
          import java.time.Duration;
          import java.util.Map;
          import java.util.concurrent.ConcurrentHashMap;

          /** Two branches that share a store: what one has found, the other reads. */
          public final class Branches {
            private Branches() {}

            /** Asks in both. */
            public static void main(String[] args) {
              Map<String, byte[]> shared = new ConcurrentHashMap<>();
              ask(shared, "Ada");
              System.out.println(ask(shared, "nobody") + " from the store");
            }

            private static User ask(Map<String, byte[]> shared, String name) {
              try (CacheManager caches =
                  CacheManager.builder()
                      .chain("default", chain -> chain.distributed(new Shared(shared)))
                      .build()) {
                return new CachedUserService(caches, new Database(name)).find(1, "request");
              }
            }

            private record Database(String name) implements UserService {
              @Override
              public User find(long userId, String requestId) {
                return new User(userId, name);
              }

              @Override
              public void save(User user) {}
            }

            private record Shared(Map<String, byte[]> values) implements Store {
              @Override
              public String name() {
                return "shared";
              }

              @Override
              public byte[] get(String key) {
                return values.get(key);
              }

              @Override
              public void put(String key, byte[] value, Duration timeToLive) {
                values.put(key, value);
              }

              @Override
              public boolean remove(String key) {
                return values.remove(key) != null;
              }
            }
          }
          """);

  /** Where classes are looked for. */
  enum Kind {
    CLASS_PATH("--class-path"),
    MODULE_PATH("--module-path");

    private final String option;

    Kind(String option) {
      this.option = option;
    }
  }

  /** Compiles a sample with the processor. */
  Jdk.Output compileSample(String sample) throws IOException, InterruptedException {
    List<String> options = options("shop", pathWith());
    options.addAll(List.of("--processor-path", published(PublishedModule.PROCESSOR)));
    return javac(options, Repository.ROOT.resolve("examples").resolve(sample));
  }

  /** Compiles the module that uses the sample, to which Larder comes through the sample alone. */
  Jdk.Output compileUser() throws IOException, InterruptedException {
    Path sources = directory.resolve("user");
    for (Map.Entry<String, String> source : USER.entrySet()) {
      Path file = sources.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    return javac(options("desk", pathWith(classes("shop"))), sources);
  }

  /** Where the classes of a module are put. */
  Path classes(String module) {
    return directory.resolve(module);
  }

  /** The published jars and what they need, and what else is given. */
  String pathWith(Path... others) {
    Stream<String> ours =
        Stream.of(PublishedModule.ANNOTATIONS, PublishedModule.RUNTIME).map(SampleBuild::published);
    return Stream.of(Stream.of(others).map(Path::toString), ours, libraries())
        .flatMap(paths -> paths)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> options(String module, String path) {
    String target = classes(module).toString();
    return new ArrayList<>(List.of("-Xlint:all", "-Werror", "-d", target, kind.option, path));
  }

  private Jdk.Output javac(List<String> options, Path sources)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(options);
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .filter(name -> kind == Kind.MODULE_PATH || !name.endsWith("module-info.java"))
          .sorted()
          .forEach(arguments::add);
    }
    return jdk.run("javac", arguments);
  }

  private static Stream<String> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            jar -> LIBRARIES.stream().anyMatch(Path.of(jar).getFileName().toString()::startsWith));
  }

  private static String published(PublishedModule module) {
    assertThat(module.jar()).as("made by: mvn verify").exists();
    return module.jar().toString();
  }
}
