package dev.larder.processor.diagnostic;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Tells javac what was found. A warning, and an error that a user may answer, is silenced by
 * {@code @SuppressWarnings} with its token on the element or anything around it, and set by {@code
 * -A<token>=off|warn|error}.
 */
public final class ProblemPrinter {
  /** States that no other module reads the caches of this compilation. */
  private static final String CLOSED_WORLD = "larder.closedWorld";

  private static final Set<String> LEVELS = Set.of("off", "warn", "error");

  private final Messager messager;
  private final Teller teller;
  private final Map<String, String> options;

  public ProblemPrinter(ProcessingEnvironment environment) {
    this.messager = environment.getMessager();
    this.teller = Teller.of(environment);
    this.options = environment.getOptions();
  }

  /** The {@code -A} options that warnings listen to, for {@code getSupportedOptions}. */
  public static Set<String> options() {
    return Stream.concat(
            Stream.of(CLOSED_WORLD),
            Arrays.stream(Problem.values()).filter(Problem::isSilenceable).map(Problem::token))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Tells what is wrong with the switches themselves. */
  public void printUnknownOptions() {
    options().stream()
        .filter(option -> !option.equals(CLOSED_WORLD) && options.containsKey(option))
        .filter(option -> !LEVELS.contains(level(option)))
        .sorted()
        .map(option -> Problem.OPTION_UNKNOWN.text(option, level(option)))
        .forEach(text -> messager.printMessage(Diagnostic.Kind.ERROR, text));
  }

  /** An option that is given without a value has null for one. */
  private String level(String option) {
    return Objects.requireNonNullElse(options.get(option), "");
  }

  /**
   * Prints all of them, in order. Gives false if one of them ends the build.
   *
   * @param subject the type they are about; the caret stands there where their own place is not in
   *     the sources of this compilation
   */
  public boolean print(Problems problems, Element subject) {
    boolean passed = true;
    for (Problems.Found found : problems.all()) {
      Severity severity = severity(found, subject);
      passed &= severity != Severity.ERROR;
      print(found, severity, subject);
    }
    return passed;
  }

  private Severity severity(Problems.Found found, Element subject) {
    Problem problem = found.problem();
    if (!problem.isSilenceable()) {
      return Severity.ERROR;
    }
    return Suppressions.cover(found.place().element(), problem.token())
            || Suppressions.cover(subject, problem.token())
        ? Severity.OFF
        : switched(problem);
  }

  private Severity switched(Problem problem) {
    return switch (level(problem.token())) {
      case "off" -> Severity.OFF;
      case "error" -> Severity.ERROR;
      case "warn" -> Severity.WARNING;
      default -> unswitched(problem);
    };
  }

  private Severity unswitched(Problem problem) {
    boolean isClosed =
        options.containsKey(CLOSED_WORLD) && !"false".equals(options.get(CLOSED_WORLD));
    return isClosed && problem == Problem.EVICT_UNMATCHED ? Severity.ERROR : problem.severity();
  }

  private static Diagnostic.Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case NOTE, OFF -> Diagnostic.Kind.NOTE;
    };
  }

  private void print(Problems.Found found, Severity severity, Element subject) {
    if (severity == Severity.OFF) {
      return;
    }
    teller.tell(kind(severity), found.text(), found.place(), subject);
  }
}
