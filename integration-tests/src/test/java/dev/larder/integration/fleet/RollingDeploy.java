package dev.larder.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JVMs that run different builds, each with its own value class, share one store: neither sees an
 * exception or a wrong value, both see each other's evicts, and both hit nearly as often as if all
 * ran one build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RollingDeploy {
  /** The least share of the hit ratio of one build that is left to each of two. */
  private static final double LEAST_SHARE = 0.8;

  private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

  private static final String ROW = "%-8s %6d %8.4f %8.4f %8.4f %6d %6d %6d";
  private static final Table TABLE =
      new Table(
          Path.of("target", "rolling-deploys.txt"),
          "%-12s %-8s %6s %8s %8s %8s %6s %6s %6s"
              .formatted(
                  "tiers", "builds", "reads", "hits 1", "hits 2", "alone", "evicts", "loads",
                  "alone"));

  private final Deployment deployment;
  private final List<String> rows = new ArrayList<>();
  private Fleet fleet;
  private Traffic alone;
  private int nextKey = 1;

  RollingDeploy(Deployment deployment) {
    this.deployment = deployment;
  }

  @BeforeAll
  void start(@TempDir Path directory) {
    fleet = Fleet.start(directory, deployment);
    awaitBothKept();
    alone = Traffic.of(fleet.of(Build.V1), fleet.twin(), keys(1_000));
    alone.assertNoLoadTooMany();
    note("v1 v1", alone);
  }

  @AfterAll
  void end() {
    fleet.close();
    TABLE.replace(deployment.tiers(), rows);
  }

  @AfterEach
  void noFault() {
    fleet.all().forEach(member -> assertThat(member.ask("faults")).as("%s", member).isEqualTo("0"));
  }

  /** The member of a build. */
  final Member member(Build build) {
    return fleet.of(build);
  }

  /** The first of so many keys that no test has used. */
  final int keys(int count) {
    int first = nextKey;
    nextKey += count;
    return first;
  }

  /** A store may have to find out first how long its entries live on. */
  private void awaitBothKept() {
    Member old = fleet.of(Build.V1);
    Member young = fleet.of(Build.V2);
    await(
        "both variants are kept",
        () -> {
          int key = keys(1);
          find(old, key, 1);
          find(young, key, 1);
          find(old, key, 1);
          return loads(old, key) == 1;
        });
  }

  private interface Hope {
    boolean isTrue();
  }

  private static void await(String what, Hope hope) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!hope.isTrue()) {
      assertThat(System.nanoTime() - end).as(what).isNegative();
    }
  }

  /** Reads and finds the edition. */
  static void find(Member member, int key, int edition) {
    assertThat(member.ask("find " + key)).as("%s", member).isEqualTo("edition " + edition);
  }

  private static int loads(Member member, int key) {
    return Integer.parseInt(member.ask("loads " + key));
  }

  static Stream<Arguments> ordered() {
    return Stream.of(Build.values())
        .flatMap(
            one ->
                Stream.of(Build.values())
                    .filter(other -> other != one)
                    .map(other -> Arguments.of(one, other)));
  }

  static Stream<Arguments> pairs() {
    return ordered().filter(both -> ((Build) both.get()[0]).compareTo((Build) both.get()[1]) < 0);
  }

  @Test
  void aMemberOfTheSameBuildReadsWhatTheOtherFilled() {
    int key = keys(1);
    find(fleet.of(Build.V1), key, 1);

    find(fleet.twin(), key, 1);

    assertThat(loads(fleet.twin(), key)).isZero();
  }

  @ParameterizedTest(name = "{0} fills, {1} reads")
  @MethodSource("ordered")
  void eachHasItsOwnValueAfterOneLoad(Build filling, Build reading) {
    int key = keys(1);
    Member first = fleet.of(filling);
    Member second = fleet.of(reading);
    for (int i = 0; i < 5; i++) {
      find(first, key, 1);
      find(second, key, 1);
    }
    assertThat(loads(first, key)).isEqualTo(1);
    assertThat(loads(second, key)).isEqualTo(1);
  }

  @Test
  void allBuildsShareOneKey() {
    int key = keys(1);
    for (int i = 0; i < 5; i++) {
      for (Build build : Build.values()) {
        find(fleet.of(build), key, 1);
      }
    }
    for (Build build : Build.values()) {
      assertThat(loads(fleet.of(build), key)).as("%s", build).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "{0} evicts, {1} sees it")
  @MethodSource("ordered")
  void anEvictIsSeenByBoth(Build evicting, Build other) {
    int key = keys(1);
    List<Member> both = List.of(fleet.of(evicting), fleet.of(other));
    both.forEach(member -> find(member, key, 1));
    both.forEach(member -> member.ask("edit " + key + " 2"));

    assertThat(both.get(0).ask("evict " + key)).isEqualTo("evicted");

    find(both.get(0), key, 2);
    await(
        "the word of the evict has come", () -> both.get(1).ask("find " + key).equals("edition 2"));
    both.forEach(member -> find(member, key, 2));
    both.forEach(member -> assertThat(loads(member, key)).isEqualTo(2));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void hitRatiosDoNotCollapse(Build one, Build other) {
    Traffic mixed = Traffic.of(fleet.of(one), fleet.of(other), keys(1_000));

    note(one + " " + other, mixed);
    mixed.assertNoLoadTooMany();
    assertThat(mixed.one().hitRatio()).isGreaterThan(LEAST_SHARE * alone.one().hitRatio());
    assertThat(mixed.other().hitRatio()).isGreaterThan(LEAST_SHARE * alone.other().hitRatio());
  }

  /** Adds a line to the table. */
  final void note(String text) {
    rows.add("%-12s %s".formatted(deployment.tiers(), text));
  }

  private void note(String builds, Traffic traffic) {
    note(
        String.format(
            Locale.ROOT,
            ROW,
            builds,
            Traffic.reads(),
            traffic.one().hitRatio(),
            traffic.other().hitRatio(),
            (alone.one().hitRatio() + alone.other().hitRatio()) / 2,
            traffic.evicts(),
            traffic.one().allLoads() + traffic.other().allLoads(),
            alone.one().allLoads() + alone.other().allLoads()));
  }
}
