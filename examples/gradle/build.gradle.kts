// A module of yours that uses Larder. Gradle 6.6 or later, for `options.release` and Java modules.
plugins {
  java
}

group = "com.acme"
version = "1.0-SNAPSHOT"

val larderVersion = "0.1.0-SNAPSHOT"

repositories {
  mavenCentral()
  mavenLocal() // for a snapshot that you built yourself
}

dependencies {
  compileOnly("dev.larder:cache-annotations:$larderVersion")
  implementation("dev.larder:cache-runtime:$larderVersion")
  annotationProcessor("dev.larder:cache-processor:$larderVersion")
}

tasks.withType<JavaCompile>().configureEach {
  options.release.set(17)
  options.compilerArgs.addAll(listOf("-Xlint:all", "-Werror"))
}
