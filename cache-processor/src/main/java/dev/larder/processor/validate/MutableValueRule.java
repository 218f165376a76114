package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.read.TypeText;

/** Warns of values that one caller can change under the eyes of another. */
final class MutableValueRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    for (MethodUse<Read> read : MethodUse.outermost(type)) {
      read.use()
          .value()
          .flatMap(value -> value.mutable())
          .ifPresent(
              why ->
                  problems.add(
                      Problem.MUTABLE_VALUE,
                      read.place(),
                      read.text(),
                      TypeText.of(read.method().type().getReturnType()),
                      why));
    }
  }
}
