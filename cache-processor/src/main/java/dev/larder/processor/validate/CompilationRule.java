package dev.larder.processor.validate;

import dev.larder.processor.model.RecordedUse;
import java.util.List;

/** One thing that must hold between the types of a compilation. */
interface CompilationRule {
  /** Adds what does not hold of these uses, in their order. */
  void check(List<RecordedUse> uses, Findings findings);
}
