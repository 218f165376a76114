package dev.larder.processor.generate;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The delegate and the caches. */
final class AddFields implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    if (!decorator.isSubclass()) {
      type.addField(
          FieldSpec.builder(
                  decorator.serviceType(), Decorator.DELEGATE, Modifier.PRIVATE, Modifier.FINAL)
              .build());
    }
    for (CacheMember cache : decorator.caches().all()) {
      FieldSpec.Builder field =
          FieldSpec.builder(cache.fieldType(), cache.field(), modifiers(decorator));
      AddSpecs.suppression(decorator, cache).ifPresent(field::addAnnotation);
      type.addField(field.build());
    }
  }

  /** A subclass that is read back has no caches, as within the constructor of its superclass. */
  private static Modifier[] modifiers(Decorator decorator) {
    return decorator.isSubclass() && ClassLints.isSerializable(decorator)
        ? new Modifier[] {Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT}
        : new Modifier[] {Modifier.PRIVATE, Modifier.FINAL};
  }
}
