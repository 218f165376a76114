package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import dev.larder.processor.diagnostic.NearName;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.PathModel;
import dev.larder.processor.model.PathModel.Step;
import dev.larder.processor.model.Results;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the names and paths of {@code include} and {@code value}. */
public final class PathReader {
  private static final String RESULT = "result";
  private static final String RENAME = "rename one of them";

  private final Types types;
  private final Members members;
  private final ParameterNames names;
  private final TypeElement service;

  public PathReader(Types types, Elements elements, TypeElement service, ParameterNames names) {
    this.types = types;
    this.members = new Members(types, elements, new Access(MoreElements.getPackage(service)));
    this.names = names;
    this.service = service;
  }

  /**
   * Where a path may start.
   *
   * @param method the method that carries the annotation
   * @param type its type as a member of the service type
   * @param afterRun whether the result is there when the path is read
   */
  public record Start(ExecutableElement method, ExecutableType type, boolean afterRun) {
    TypeMirror result() {
      return type.getReturnType();
    }

    String text() {
      return MethodText.of(method, type);
    }
  }

  /** What a path reads; empty, if it cannot be read, and then the problem was added. */
  public Optional<PathModel> read(String text, Start start, Place place, Problems problems) {
    // A blank name is told with all the other names.
    return text.isBlank() ? Optional.empty() : new Reading(text, start, place, problems).path();
  }

  /** One path being read. */
  private final class Reading {
    private final String text;
    private final String first;
    private final Start start;
    private final Place place;
    private final Problems problems;

    Reading(String text, Start start, Place place, Problems problems) {
      this.text = text;
      this.first = text.split("\\.", -1)[0];
      this.start = start;
      this.place = place;
      this.problems = problems;
    }

    Optional<PathModel> path() {
      boolean mayBeResult = first.equals(RESULT) && start.afterRun();
      if (!mayBeResult
          && !start.method().getParameters().isEmpty()
          && !names.known(start.method())) {
        return refuse(Problem.KEY_NAMES_UNKNOWN, start.text(), service.getSimpleName());
      }
      int parameter = parameters().indexOf(first);
      if (mayBeResult) {
        return parameter < 0 ? result() : ambiguousResult();
      }
      return parameter < 0
          ? unknownParameter()
          : steps(start.type().getParameterTypes().get(parameter), false);
    }

    private List<String> parameters() {
      return start.method().getParameters().stream()
          .map(parameter -> parameter.getSimpleName().toString())
          .toList();
    }

    private Optional<PathModel> result() {
      if (start.result().getKind() == TypeKind.VOID) {
        return refuse(
            Problem.KEY_NO_RESULT, text, start.text(), "which gives none; start at a parameter");
      }
      return steps(Results.value(start.result(), types), true);
    }

    private Optional<PathModel> ambiguousResult() {
      String parameter = "the parameter of " + start.text();
      return refuse(Problem.KEY_AMBIGUOUS_PATH, first, text, parameter, "its result", RENAME);
    }

    private Optional<PathModel> unknownParameter() {
      if (first.equals(RESULT)) {
        return refuse(
            Problem.KEY_NO_RESULT,
            text,
            start.text(),
            "which is not there yet when the key is made; start at a parameter");
      }
      return refuse(
          Problem.KEY_UNKNOWN_PARAMETER, start.text(), first, NearName.hint(first, parameters()));
    }

    private Optional<PathModel> steps(TypeMirror root, boolean fromResult) {
      List<Step> steps = new ArrayList<>();
      TypeMirror at = root;
      String[] names = text.split("\\.", -1);
      for (String name : Arrays.asList(names).subList(1, names.length)) {
        Optional<Step> step = step(at, name);
        if (step.isEmpty()) {
          return Optional.empty();
        }
        steps.add(step.get());
        at = step.get().type();
      }
      return Optional.of(new PathModel(text, first, fromResult, root, steps));
    }

    private Optional<Step> step(TypeMirror type, String name) {
      Map<String, List<Step>> readable = members.of(type);
      List<Step> ways = readable.getOrDefault(name, List.of());
      if (ways.isEmpty()) {
        List<String> known =
            readable.keySet().stream().filter(one -> !Members.isGetter(one)).toList();
        String hint = NearName.hint(name, known);
        return refuse(Problem.KEY_UNKNOWN_PATH, TypeText.of(type), name, text, hint);
      }
      Optional<Step> other =
          ways.stream()
              .filter(way -> !types.isSameType(way.type(), ways.get(0).type()))
              .findFirst();
      return other.isEmpty()
          ? Optional.of(ways.get(0))
          : refuse(
              Problem.KEY_AMBIGUOUS_PATH,
              name,
              text,
              described(ways.get(0)),
              described(other.get()),
              byGetter(name, ways.get(0), other.get()) + RENAME);
    }

    private <T> Optional<T> refuse(Problem problem, Object... arguments) {
      problems.add(problem, place, arguments);
      return Optional.empty();
    }
  }

  /** A getter can be named as the method that it is. */
  private static String byGetter(String name, Step one, Step other) {
    return Stream.of(one, other)
        .map(Step::name)
        .filter(getter -> !getter.equals(name))
        .findFirst()
        .map(getter -> "write \"" + getter + "\" for the getter, or ")
        .orElse("");
  }

  private static String described(Step step) {
    return TypeText.of(step.type()) + " " + step.source();
  }
}
