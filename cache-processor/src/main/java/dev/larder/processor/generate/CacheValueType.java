package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.ValueModel;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * The type of the values in a field of the generated class: that of the model, but variables of a
 * single method are erased, since the field knows nothing of them.
 *
 * @param name the type
 * @param isGeneric whether it mentions variables of the class
 * @param isRaw whether erasing it left a raw type
 */
record CacheValueType(TypeName name, boolean isGeneric, boolean isRaw) {

  static CacheValueType of(Optional<ValueModel> value, ServiceModel service) {
    if (value.isEmpty()) {
      return new CacheValueType(ClassName.OBJECT, false, false);
    }
    TypeMirror type = value.get().type();
    if (isOfMethod(type, service)) {
      return new CacheValueType(Erasure.of(type), false, Erasure.isRaw(type));
    }
    return new CacheValueType(ofBound(type), !TypeVariables.of(type).isEmpty(), false);
  }

  /** Whether a type mentions variables of a method, so that a cast must bring them back. */
  static boolean isOfMethod(TypeMirror type, ServiceModel service) {
    return TypeVariables.of(type).stream()
        .map(Element::getEnclosingElement)
        .anyMatch(declaring -> !declaring.equals(service.element()));
  }

  private static TypeName ofBound(TypeMirror type) {
    if (!(type instanceof WildcardType wildcard)) {
      return TypeNames.plain().boxed(type);
    }
    return wildcard.getExtendsBound() == null
        ? ClassName.OBJECT
        : TypeNames.plain().of(wildcard.getExtendsBound());
  }
}
