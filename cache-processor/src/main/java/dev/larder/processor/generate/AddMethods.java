package dev.larder.processor.generate;

import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.MethodModel;

/** The methods of the decorated type. */
final class AddMethods implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    for (MethodModel method : decorator.service().methods()) {
      if (method.isWritten() && (!decorator.isSubclass() || !method.uses().isEmpty())) {
        type.addMethods(new MethodWriter(decorator, method).write());
      }
    }
  }
}
