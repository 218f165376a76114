package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.ValueModel;
import java.util.Optional;

/** A store keeps only values of a closed set of types: told once for each cause. */
final class OpenValueRule extends ValueRule {
  OpenValueRule() {
    super(Problem.OPEN_VALUE);
  }

  @Override
  Optional<ValueModel.Refusal> refusal(ValueModel value) {
    return value.open().map(reason -> new ValueModel.Refusal(reason, ""));
  }
}
