package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The classes of the keys: one final field for each part, nothing boxed that need not be. */
final class AddKeys implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    decorator.keys().all().forEach(key -> type.addType(new Writer(key).write()));
  }

  /** Writes one class. */
  private static final class Writer {
    private final KeyClass key;

    Writer(KeyClass key) {
      this.key = key;
    }

    TypeSpec write() {
      TypeSpec.Builder type =
          TypeSpec.classBuilder(key.type())
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .superclass(RuntimeNames.COMPOSITE_KEY);
      if (key.fields().stream().anyMatch(field -> field.type().equals(ClassName.OBJECT))) {
        type.addJavadoc("An Object is the normal form of a part, or stands for an absent record.");
      }
      for (KeyClass.Field field : key.fields()) {
        type.addField(
            FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                .build());
      }
      return type.addMethod(constructor())
          .addMethod(size())
          .addMethod(part())
          .addMethod(equal())
          .addMethod(hash())
          .build();
    }

    private MethodSpec constructor() {
      MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
      for (KeyClass.Field field : key.fields()) {
        constructor.addParameter(field.type(), field.name());
        constructor.addStatement("this.$1N = $1N", field.name());
      }
      return constructor.build();
    }

    private MethodSpec size() {
      return override("size", TypeName.INT).addStatement("return $L", key.fields().size()).build();
    }

    private MethodSpec part() {
      MethodSpec.Builder part =
          override("part", ClassName.OBJECT).addParameter(TypeName.INT, "index");
      part.addCode("return switch (index) {\n$>");
      List<KeyClass.Field> fields = key.fields();
      for (int i = 0; i < fields.size(); i++) {
        part.addCode("case $L -> $N;\n", i, fields.get(i).name());
      }
      return part.addCode("default -> throw new $T(index);\n", IndexOutOfBoundsException.class)
          .addCode("$<};\n")
          .build();
    }

    private MethodSpec equal() {
      MethodSpec.Builder equals =
          override("equals", TypeName.BOOLEAN).addParameter(ClassName.OBJECT, "other");
      CodeBlock all = key.fields().stream().map(Writer::equal).collect(CodeBlock.joining(" && "));
      return equals
          .addStatement(
              "return other instanceof $T that ? $L : super.equals(other)", key.type(), all)
          .build();
    }

    private static CodeBlock equal(KeyClass.Field field) {
      TypeName type = field.type();
      if (type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)) {
        return CodeBlock.of("$1T.compare($2N, that.$2N) == 0", type.box(), field.name());
      }
      return type.isPrimitive()
          ? CodeBlock.of("$1N == that.$1N", field.name())
          : CodeBlock.of("$1T.equals($2N, that.$2N)", Objects.class, field.name());
    }

    /** As the list of the parts is hashed, so that keys of other classes meet this one. */
    private MethodSpec hash() {
      MethodSpec.Builder hash = override("hashCode", TypeName.INT);
      if (key.fields().size() < 2) {
        return hash.addStatement("return 31 + $L", hash(key.fields().get(0))).build();
      }
      int last = key.fields().size() - 1;
      hash.addStatement("int hash = 31 + $L", hash(key.fields().get(0)));
      for (KeyClass.Field field : key.fields().subList(1, last)) {
        hash.addStatement("hash = 31 * hash + $L", hash(field));
      }
      return hash.addStatement("return 31 * hash + $L", hash(key.fields().get(last))).build();
    }

    private static CodeBlock hash(KeyClass.Field field) {
      return field.type().isPrimitive()
          ? CodeBlock.of("$T.hashCode($N)", field.type().box(), field.name())
          : CodeBlock.of("$T.hashCode($N)", Objects.class, field.name());
    }

    private static MethodSpec.Builder override(String name, TypeName type) {
      return MethodSpec.methodBuilder(name)
          .addAnnotation(Override.class)
          .addModifiers(Modifier.PUBLIC)
          .returns(type);
    }
  }
}
