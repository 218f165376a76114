package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.ValueModel;
import java.util.Optional;

/** Warns of classes whose state only reflection can reach: once for each cause. */
final class HiddenValueRule extends ValueRule {
  HiddenValueRule() {
    super(Problem.VALUE_HIDDEN);
  }

  @Override
  Optional<ValueModel.Refusal> refusal(ValueModel value) {
    return value.hidden();
  }
}
