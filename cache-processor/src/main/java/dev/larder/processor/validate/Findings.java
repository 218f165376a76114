package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.RecordedUse;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** The problems of each of several types. */
final class Findings {
  private final Map<TypeElement, Problems> byType = new LinkedHashMap<>();

  /** Adds a problem of a use, the caret on an attribute of its annotation. */
  void add(Problem problem, RecordedUse use, String attribute, Object... arguments) {
    Place place = use.place().at(attribute);
    byType.computeIfAbsent(use.type(), type -> new Problems()).add(problem, place, arguments);
  }

  /** Prints them all, type by type. */
  void print(ProblemPrinter printer) {
    byType.forEach((type, problems) -> printer.print(problems, type));
  }
}
