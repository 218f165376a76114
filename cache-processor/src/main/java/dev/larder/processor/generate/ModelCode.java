package dev.larder.processor.generate;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.larder.processor.model.StoredModel;
import dev.larder.processor.model.WrittenClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes the method that gives the model of a cache's values. */
final class ModelCode {
  private final ValueConstants constants;

  ModelCode(ValueConstants constants) {
    this.constants = constants;
  }

  /** The method, named as the cache. */
  MethodSpec method(CacheMember cache, StoredModel stored) {
    TypeName type = cache.valueType();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(cache.field()).addModifiers(Modifier.STATIC);
    CodeBlock serializer = constants.of(stored.root());
    if (!TypeNames.plain().boxed(stored.root().type()).equals(type) || cache.isGeneric()) {
      // Of whatever the variables of the service stand for.
      TypeVariableName any = TypeVariableName.get("V");
      method.addTypeVariable(any);
      type = any;
      serializer = CodeBlock.of("$L.<$T>as()", serializer, any);
    }
    method.returns(ParameterizedTypeName.get(RuntimeNames.VALUES, type));
    CodeBlock values =
        CodeBlock.of(
            "$T.of($L, $L, $L)",
            RuntimeNames.VALUES,
            reflected(stored.type()),
            serializer,
            classes(stored.reached()));
    return method.addStatement("return $L$L", values, sharing(stored)).build();
  }

  private static CodeBlock classes(List<TypeMirror> types) {
    Map<String, CodeBlock> classes = new LinkedHashMap<>();
    for (TypeMirror type : types) {
      TypeName erased = Erasure.of(type);
      classes.putIfAbsent(erased.toString(), CodeBlock.of("$T.class", erased));
    }
    return CodeBlock.join(classes.values(), ", ");
  }

  private static CodeBlock sharing(StoredModel stored) {
    List<TypeMirror> shared =
        stored.classes().stream()
            .filter(WrittenClass::isShared)
            .<TypeMirror>map(WrittenClass::type)
            .toList();
    return shared.isEmpty() ? CodeBlock.of("") : CodeBlock.of("\n.sharing($L)", classes(shared));
  }

  /** A type as reflection has it. */
  private static CodeBlock reflected(TypeMirror type) {
    if (type instanceof ArrayType array && !isPlain(type)) {
      return CodeBlock.of(
          "$T.arrayOf($L)", RuntimeNames.TYPES, reflected(array.getComponentType()));
    }
    if (isPlain(type)) {
      return CodeBlock.of("$T.class", Erasure.of(type));
    }
    CodeBlock arguments =
        ((DeclaredType) type)
            .getTypeArguments().stream().map(ModelCode::reflected).collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.of($T.class, $L)", RuntimeNames.TYPES, Erasure.of(type), arguments);
  }

  private static boolean isPlain(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isPlain(array.getComponentType());
    }
    return type.getKind() != TypeKind.DECLARED
        || MoreTypes.asDeclared(type).getTypeArguments().isEmpty();
  }
}
