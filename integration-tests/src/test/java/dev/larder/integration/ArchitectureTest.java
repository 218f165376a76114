package dev.larder.integration;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may import whom, as {@code docs/design/architecture.md} says. */
class ArchitectureTest {
  private static final Pattern RELOCATED =
      Pattern.compile("com\\.(palantir\\.javapoet|google\\.(common|gson|auto\\.common))\\b");

  @ParameterizedTest
  @EnumSource
  void everyClassOfAModuleIsLookedAt(PublishedModule module) {
    assertThat(module.compiledClasses()).isEqualTo(module.sources());
  }

  @ParameterizedTest
  @EnumSource
  void packagesHaveNoCycles(PublishedModule module) {
    slices()
        .matching("(**)")
        .namingSlices("package $1")
        .should()
        .beFreeOfCycles()
        .check(module.classes());
  }

  @Test
  void annotationsKnowNothingButTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.larder.annotation")
        .check(PublishedModule.ANNOTATIONS.classes());
  }

  @Test
  void theRuntimeKnowsOnlyItsLibraries() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "dev.larder..",
                    "com.esotericsoftware.kryo..",
                    "com.github.benmanes.caffeine..",
                    "org.objenesis..",
                    "com.fasterxml.jackson..",
                    "com.typesafe.config..",
                    "io.github.resilience4j..",
                    "org.objenesis..",
                    "org.slf4j..",
                    "org.snakeyaml.engine..",
                    "org.jspecify..")
                .and(not(resideInAnyPackage("dev.larder.annotation.."))))
        .check(PublishedModule.RUNTIME.classes());
  }

  /** It is an optional dependency: whatever else named it would fail where it is absent. */
  @Test
  void jacksonStandsInTheJsonCodecAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.larder.internal.codec.json..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(PublishedModule.RUNTIME.classes());
  }

  @Test
  void whatTheRuntimesRootPackageUsesDoesNotUseItBack() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.larder.spi..", "dev.larder.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.larder")
        .check(PublishedModule.RUNTIME.classes());
  }

  @Test
  void storeAuthorsSeeNothingInternal() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.spi..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.larder.internal..")
        .check(PublishedModule.RUNTIME.classes());
  }

  @Test
  void theTestkitUsesWhatStoreAuthorsUse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.net.ssl..",
            "dev.larder",
            "dev.larder.spi..",
            "dev.larder.testkit..",
            "org.jspecify..",
            "org.junit.jupiter..",
            "org.assertj..",
            "org.testcontainers..",
            "com.github.dockerjava.api..")
        .check(PublishedModule.TESTKIT.classes());
  }

  /** They may be used without a cache. */
  @Test
  void theTestServersKnowNothingOfCaches() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.testkit.server..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.larder..")
                .and(not(resideInAnyPackage("dev.larder.testkit.server.."))))
        .check(PublishedModule.TESTKIT.classes());
  }

  @Test
  void theRedisStoreUsesWhatStoreAuthorsUseAndItsClient() {
    assertStore(PublishedModule.REDIS, "dev.larder.redis..", "org.redisson..");
  }

  @Test
  void theMemcachedStoreUsesWhatStoreAuthorsUseAndItsClient() {
    assertStore(
        PublishedModule.MEMCACHED, "dev.larder.memcached..", "com.spotify.folsom..", "io.netty..");
  }

  private static void assertStore(PublishedModule module, String... ownAndClient) {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(ownAndClient)
                .or(
                    resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "dev.larder",
                        "dev.larder.spi..",
                        "org.slf4j..",
                        "org.jspecify..")))
        .check(module.classes());
  }

  @Test
  void theProcessorKnowsAnnotationsAndRuntimeByNameOnly() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.larder..")
                .and(not(resideInAnyPackage("dev.larder.processor.."))))
        .check(PublishedModule.PROCESSOR.classes());
  }

  /**
   * A model holds the places at which problems of it are reported, so it knows {@code diagnostic}.
   */
  @Test
  void theModelKnowsNoLayerThatWorksOnIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.processor.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.larder.processor",
            "dev.larder.processor.read..",
            "dev.larder.processor.validate..",
            "dev.larder.processor.generate..")
        .check(PublishedModule.PROCESSOR.classes());
  }

  @Test
  void theGeneratorsKnowTheModelAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.processor.generate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.larder.processor.read..", "dev.larder.processor.validate..")
        .check(PublishedModule.PROCESSOR.classes());
  }

  @Test
  void javaPoetStandsInGenerateAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.larder.processor.generate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(PublishedModule.PROCESSOR.classes());
  }

  @Test
  void messagerStandsInDiagnosticAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.larder.processor.diagnostic..")
        .should()
        .dependOnClassesThat(assignableTo(Messager.class))
        .check(PublishedModule.PROCESSOR.classes());
  }

  @Test
  void filerStandsBesideTheProcessorsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.larder.processor")
        .should()
        .dependOnClassesThat(assignableTo(Filer.class))
        .check(PublishedModule.PROCESSOR.classes());
  }

  /**
   * Shading rewrites string literals too, so a user's type would be looked for under a wrong name.
   */
  @Test
  void theProcessorHoldsNoRelocatedNameAsText() {
    assertThat(PublishedModule.PROCESSOR.classFilesHolding(RELOCATED)).isEmpty();
  }
}
