package dev.larder.processor.generate;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The part types that values pass through. */
final class AddPartTypes implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    for (PartConstants.Constant part : decorator.parts().all()) {
      type.addField(
          FieldSpec.builder(
                  part.type(), part.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$L", part.value())
              .build());
    }
  }
}
