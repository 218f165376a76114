package dev.larder.processor.validate;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Mode;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.MethodText;
import dev.larder.processor.read.Sources;
import dev.larder.processor.read.Supertypes;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Warns of calls that a delegate makes to its own annotated methods, also in code that it inherits:
 * they never meet the decorator. In a subclass they do.
 */
final class SelfCallRule implements TypeRule {
  private final Types types;
  private final Elements elements;
  private final Sources sources;

  SelfCallRule(Types types, Elements elements, Sources sources) {
    this.types = types;
    this.elements = elements;
    this.sources = sources;
  }

  @Override
  public void check(ServiceModel type, Problems problems) {
    if (type.mode() == Mode.SUBCLASS) {
      return;
    }
    List<Sources.OwnCall> calls =
        Supertypes.of(type.type(), types)
            .map(MoreTypes::asTypeElement)
            .flatMap(element -> sources.ownCalls(element).stream())
            .filter(call -> isMember(call.caller(), type))
            .toList();
    for (Sources.OwnCall call : calls) {
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

  /** Whether nothing that the type has overrides the method. */
  private boolean isMember(ExecutableElement method, ServiceModel type) {
    return ElementFilter.methodsIn(elements.getAllMembers(type.element())).stream()
        .filter(member -> member.getSimpleName().equals(method.getSimpleName()))
        .noneMatch(
            member -> !member.equals(method) && elements.overrides(member, method, type.element()));
  }

  private static boolean mayBeCalled(MethodModel method, Sources.OwnCall call) {
    int parameters = method.element().getParameters().size();
    return method.name().equals(call.name())
        && (parameters == call.arguments()
            || (method.element().isVarArgs() && call.arguments() >= parameters - 1));
  }
}
