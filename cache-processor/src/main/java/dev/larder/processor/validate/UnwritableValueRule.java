package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.ValueModel;
import java.util.Optional;

/** A store keeps only values of types that can be written: told once for each cause. */
final class UnwritableValueRule extends ValueRule {
  UnwritableValueRule() {
    super(Problem.VALUE_UNWRITABLE);
  }

  @Override
  Optional<ValueModel.Refusal> refusal(ValueModel value) {
    return value.open().isPresent() ? Optional.empty() : value.unwritable();
  }
}
