/** Contract suites that stores and engines must pass, and fakes to test them with. */
@SuppressWarnings("requires-automatic") // Neither Testcontainers nor its client is a named module.
module dev.larder.testkit {
  requires transitive dev.larder.runtime;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static com.github.dockerjava.api;
  requires static transitive org.jspecify;
  requires static testcontainers;

  exports dev.larder.testkit;
  exports dev.larder.testkit.server;

  // The suites' tests are not public, and JUnit calls them all the same.
  opens dev.larder.testkit;
}
