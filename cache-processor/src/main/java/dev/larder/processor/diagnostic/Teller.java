package dev.larder.processor.diagnostic;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Gives a text to the compiler. */
interface Teller {
  /** Tells it with the caret on this place; on the subject, if the place is known to be nowhere. */
  void tell(Diagnostic.Kind kind, String text, Place place, Element subject);

  /** The one that places carets best in this compiler. */
  static Teller of(ProcessingEnvironment environment) {
    Teller plain = new MessagerTeller(environment.getMessager());
    try {
      return TreeTeller.of(environment, plain);
    } catch (IllegalArgumentException | LinkageError e) {
      return plain;
    }
  }
}
