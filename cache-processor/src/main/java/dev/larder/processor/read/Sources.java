package dev.larder.processor.read;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What can be known of source text; with another compiler than javac, nothing. */
public interface Sources {
  /** A call, without a receiver or on {@code this}, in the body of a type's own method. */
  record OwnCall(ExecutableElement caller, String name, int arguments) {}

  /** Whether the element's source is part of this compilation, as far as is known. */
  boolean has(Element element);

  /** The calls that a type's own methods make on their own object, in source order. */
  List<OwnCall> ownCalls(TypeElement type);

  /** Javac's, if it is javac that runs. */
  static Sources of(ProcessingEnvironment environment) {
    try {
      return TreeSources.of(environment);
    } catch (IllegalArgumentException | LinkageError e) {
      return new NoSources();
    }
  }
}
