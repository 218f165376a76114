package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.model.ValueModel;

/** A cache holds values of one type. */
final class OneValueRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    for (MethodUse<Read> read : MethodUse.reads(type)) {
      read.read(type).ifPresent(first -> check(type, first, read, problems));
    }
  }

  private static void check(
      ServiceModel type, MethodUse<Read> first, MethodUse<Read> read, Problems problems) {
    String one = first.use().value().map(ValueModel::name).orElse("");
    String other = read.use().value().map(ValueModel::name).orElse("");
    if (one.isEmpty()
        || other.isEmpty()
        || one.equals(other)
        || OverloadRule.isUnnamed(type, read)) {
      return;
    }
    problems.add(
        Problem.CACHE_TWO_VALUES,
        read.place(),
        read.cache().name(),
        one,
        first.text(),
        other,
        read.text());
  }
}
