package dev.larder.processor;

import static java.util.stream.Collectors.joining;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.diagnostic.Problems;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * Where failures of ours end, whatever they are: javac is told of a problem, at the type we were
 * at.
 */
final class Boundary {
  /** As many as show where it came from. */
  private static final int FRAMES = 8;

  private final ProblemPrinter printer;

  Boundary(ProblemPrinter printer) {
    this.printer = printer;
  }

  /** Runs the work on a type. */
  void guard(TypeElement type, Runnable work) {
    try {
      work.run();
    } catch (StackOverflowError e) {
      tell(type, e);
    } catch (VirtualMachineError e) {
      throw e; // no memory is left, or worse: javac says so itself
    } catch (RuntimeException | Error e) {
      tell(type, e);
    }
  }

  private void tell(TypeElement type, Throwable failure) {
    Problems problems = new Problems();
    problems.add(Problem.INTERNAL_FAILURE, Place.of(type), type.getQualifiedName(), story(failure));
    printer.print(problems, type);
  }

  private static String story(Throwable e) {
    return Stream.of(e.getStackTrace())
        .limit(FRAMES)
        .map(frame -> "\n    at " + frame)
        .collect(joining("", e.toString(), "\n"));
  }
}
