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
              .initializer(fits(part) ? "$L" : "\n$>$>$L$<$<", part.value())
              .build());
    }
  }

  /** Whether the field has room on one line, the packages of its types imported. */
  private static boolean fits(PartConstants.Constant part) {
    String field =
        "  private static final " + part.type() + " " + part.name() + " = " + part.value() + ";";
    return field.replaceAll("\\b([a-z]\\w*\\.)+", "").length() <= 100;
  }
}
