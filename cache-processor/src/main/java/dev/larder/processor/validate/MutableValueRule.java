package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.SettingsModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.read.TypeText;
import java.util.HashSet;
import java.util.Set;

/** Warns of values that one caller can change under the eyes of another: once for each cause. */
final class MutableValueRule implements TypeRule {
  /** Whether each caller has a value of his own. */
  private static boolean isCopied(ServiceModel type, MethodUse<Read> read) {
    return type.settings(read.cache()).filter(SettingsModel::localCopy).isPresent();
  }

  @Override
  public void check(ServiceModel type, Problems problems) {
    Set<String> told = new HashSet<>();
    for (MethodUse<Read> read : MethodUse.outermost(type)) {
      if (isCopied(type, read)) {
        continue;
      }
      read.use()
          .value()
          .flatMap(value -> value.mutable())
          .filter(told::add)
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
