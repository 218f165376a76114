package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Put;
import dev.larder.processor.model.ValueModel;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;

/** A put has a value, and of the type that its cache holds. */
final class PutValueRule implements TypeRule {
  private final Types types;

  PutValueRule(Types types) {
    this.types = types;
  }

  @Override
  public void check(ServiceModel type, Problems problems) {
    MethodUse.of(type, Put.class).forEach(put -> check(type, put, problems));
  }

  private void check(ServiceModel type, MethodUse<Put> put, Problems problems) {
    if (put.method().isVoid() && !put.states("value")) {
      problems.add(Problem.PUT_NOTHING, put.place(), put.text(), put.cache().name());
      return;
    }
    put.read(type)
        .ifPresentOrElse(
            read -> checkType(read, read.use().value(), "reads", put, problems),
            () -> checkPuts(type, put, problems));
  }

  private void checkPuts(ServiceModel type, MethodUse<Put> put, Problems problems) {
    MethodUse.of(type, Put.class)
        .filter(other -> other.cache().equals(put.cache()))
        .findFirst()
        .ifPresent(other -> checkType(other, other.use().value(), "puts", put, problems));
  }

  private void checkType(
      MethodUse<?> holder,
      Optional<ValueModel> held,
      String verb,
      MethodUse<Put> put,
      Problems problems) {
    Optional<ValueModel> given = put.use().value();
    if (held.isPresent() && given.isPresent() && !fits(given.get(), held.get())) {
      problems.add(
          Problem.PUT_VALUE_MISMATCH,
          put.place().at("value"),
          put.text(),
          given.get().name(),
          put.cache().name(),
          holder.text(),
          verb,
          held.get().name());
    }
  }

  /**
   * An interface, an abstract class or an open type holds its subtypes, any other class only
   * itself.
   */
  private boolean fits(ValueModel given, ValueModel held) {
    if (given.name().equals(held.name())) {
      return true;
    }
    boolean holdsSubtypes =
        held.open().isPresent()
            || (held.type().getKind() == TypeKind.DECLARED
                && types.asElement(held.type()).getModifiers().contains(Modifier.ABSTRACT));
    return holdsSubtypes && types.isAssignable(given.type(), held.type());
  }
}
