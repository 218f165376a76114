package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.read.TypeText;
import java.util.HashSet;
import java.util.Set;

/** Warns of values that no closed set of types describes: once for each cause. */
final class OpenValueRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    Set<String> told = new HashSet<>();
    for (MethodUse<Read> read : MethodUse.outermost(type)) {
      read.use()
          .value()
          .flatMap(value -> value.open())
          .filter(told::add)
          .ifPresent(
              why ->
                  problems.add(
                      Problem.OPEN_VALUE,
                      read.place(),
                      read.text(),
                      TypeText.of(read.method().type().getReturnType()),
                      why));
    }
  }
}
