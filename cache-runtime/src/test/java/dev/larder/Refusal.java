package dev.larder;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something wrong, and what it is answered with.
 *
 * @param given what is wrong, as the guide shows it
 * @param action does it
 * @param type what is thrown
 * @param message its text
 */
record Refusal(
    String given, Consumer<Path> action, Class<? extends Throwable> type, String message) {
  /** Wrong lines of {@code larder.properties}. */
  static Refusal properties(String message, String... lines) {
    return load(String.join("<br>", lines), message, given -> given.properties(lines));
  }

  /** Wrong lines of {@code larder.yaml}. */
  static Refusal yaml(String message, String... lines) {
    return load(String.join("<br>", lines), message, given -> given.file("larder.yaml", lines));
  }

  /** Wrong variables, each as {@code NAME=value}. */
  static Refusal variables(String message, String... variables) {
    return load(
        String.join("<br>", variables),
        message,
        given ->
            List.of(variables)
                .forEach(each -> given.variable(each.split("=", 2)[0], each.split("=", 2)[1])));
  }

  /** Anything wrong that is loaded. */
  static Refusal load(String given, String message, Consumer<Configured> prepare) {
    return new Refusal(
        given,
        directory -> {
          Configured configured = new Configured(directory);
          prepare.accept(configured);
          configured.load().close();
        },
        CacheConfigurationException.class,
        message);
  }

  /** A wrong configuration in code. */
  static Refusal code(
      String given,
      Class<? extends Throwable> type,
      String message,
      Consumer<CacheManagerBuilder> action) {
    return new Refusal(given, directory -> action.accept(CacheManager.builder()), type, message);
  }

  /** A wrong use of a manager, which has the cache {@code users}. */
  static Refusal use(
      String given,
      Class<? extends Throwable> type,
      String message,
      Consumer<CacheManager> action) {
    return new Refusal(
        given,
        directory -> {
          try (CacheManager caches = CacheManager.builder().build()) {
            caches.cache(Refusals.USERS);
            action.accept(caches);
          }
        },
        type,
        message);
  }

  /** As a row of the guide's table. */
  String row() {
    String shown =
        given.contains("<br>") ? "`" + given.replace("<br>", "`<br>`") + "`" : "`" + given + "`";
    return "| " + shown + " | " + message.replace("<", "&lt;").replace("|", "\\|") + " |";
  }

  @Override
  public String toString() {
    return given;
  }
}
