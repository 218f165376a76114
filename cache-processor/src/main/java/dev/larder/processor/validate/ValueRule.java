package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Put;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.model.ValueModel;
import dev.larder.processor.model.ValueModel.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What must hold of the values that a store is to keep: told once for each cause. */
abstract class ValueRule implements TypeRule {
  private final Problem problem;

  ValueRule(Problem problem) {
    this.problem = problem;
  }

  /** What is wrong with a value; empty, if nothing. */
  abstract Optional<Refusal> refusal(ValueModel value);

  @Override
  public void check(ServiceModel type, Problems problems) {
    Set<String> told = new HashSet<>();
    for (MethodUse<Read> read : MethodUse.outermost(type)) {
      read.use().value().ifPresent(value -> check(read, "returns", value, told, problems));
    }
    // What a type puts into caches that it reads is of their type.
    MethodUse.of(type, Put.class)
        .filter(put -> put.cache().chain().isPresent() && put.read(type).isEmpty())
        .forEach(
            put -> put.use().value().ifPresent(value -> check(put, "puts", value, told, problems)));
  }

  private void check(
      MethodUse<?> use, String verb, ValueModel value, Set<String> told, Problems problems) {
    refusal(value)
        .filter(refusal -> told.add(refusal.reason()))
        .ifPresent(
            refusal ->
                problems.add(
                    problem,
                    use.place(),
                    use.text(),
                    verb,
                    value.name(),
                    refusal.reason(),
                    refusal.mend()));
  }
}
