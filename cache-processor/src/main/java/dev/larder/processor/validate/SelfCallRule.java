package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Mode;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.MethodText;
import dev.larder.processor.read.Sources;
import java.util.List;

/**
 * Warns of calls that a delegate makes to its own annotated methods: they never meet the decorator.
 * In a subclass they do.
 */
final class SelfCallRule implements TypeRule {
  private final Sources sources;

  SelfCallRule(Sources sources) {
    this.sources = sources;
  }

  @Override
  public void check(ServiceModel type, Problems problems) {
    if (type.mode() == Mode.SUBCLASS) {
      return;
    }
    for (Sources.OwnCall call : sources.ownCalls(type.element())) {
      List<MethodModel> called =
          type.methods().stream().filter(method -> mayBeCalled(method, call)).toList();
      // Where overloads take as many arguments, it is not known which of them is called.
      if (!called.isEmpty() && called.stream().noneMatch(method -> method.uses().isEmpty())) {
        problems.add(
            Problem.SELF_CALL,
            Place.of(call.caller()),
            MethodText.of(call.caller()),
            MethodText.of(called.get(0).element(), called.get(0).type()));
      }
    }
  }

  private static boolean mayBeCalled(MethodModel method, Sources.OwnCall call) {
    int parameters = method.element().getParameters().size();
    return method.name().equals(call.name())
        && (parameters == call.arguments()
            || (method.element().isVarArgs() && call.arguments() >= parameters - 1));
  }
}
