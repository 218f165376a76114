package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;

/** One thing that must hold of a type to decorate. */
interface TypeRule {
  /** Adds what does not hold. */
  void check(ServiceModel type, Problems problems);
}
