// A module of yours that uses Larder. Gradle 6.7 or later, for `compileOnlyApi`.
plugins {
  `java-library`
}

group = "com.acme"
version = "1.0-SNAPSHOT"

val larderVersion = "0.1.0-SNAPSHOT"

repositories {
  mavenCentral()
  mavenLocal() // for a snapshot that you built yourself
}

dependencies {
  // Not compileOnly: modules that use yours meet the annotations when they compile.
  compileOnlyApi("dev.larder:cache-annotations:$larderVersion")
  api("dev.larder:cache-runtime:$larderVersion")
  annotationProcessor("dev.larder:cache-processor:$larderVersion")
}

tasks.withType<JavaCompile>().configureEach {
  options.release.set(17)
  options.compilerArgs.addAll(listOf("-Xlint:all", "-Werror"))
}
