package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.larder.processor.model.Written;
import dev.larder.processor.model.WrittenClass;
import dev.larder.processor.model.WrittenClass.Member;
import dev.larder.processor.model.WrittenClass.Setting.How;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Writes the serializer of one record or class. */
final class SerializerClass {
  private static final List<String> TAKEN = List.of("kryo", "output", "input", "type");
  private static final String MAKER = "constructor";

  private final ValueConstants constants;
  private final ValueConstants.Own own;
  private final WrittenClass model;
  private final TypeName type;
  private final NameAllocator names = new NameAllocator();
  private final String value;
  private final Map<String, String> locals = new LinkedHashMap<>();
  private final Map<String, String> handles = new LinkedHashMap<>();

  SerializerClass(ValueConstants constants, ValueConstants.Own own) {
    this.constants = constants;
    this.own = own;
    this.model = own.model();
    this.type = TypeNames.plain().of(model.type());
    TAKEN.forEach(names::newName);
    names.newName(MAKER);
    this.value = names.newName(Words.field(ValueNames.of(model.type())));
    for (Member member : model.members()) {
      if (member.isHidden()) {
        handles.put(id(member), names.newName(member.name() + "Field"));
      }
      locals.put(id(member), names.newName(member.name()));
    }
  }

  private static String id(Member member) {
    return member.owner() + "." + member.name();
  }

  TypeSpec write() {
    TypeSpec.Builder written =
        TypeSpec.classBuilder(own.serializer())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(above(), type));
    addHandles(written);
    if (!above().equals(RuntimeNames.VALUE_SERIALIZER)) {
      written.addMethod(
          MethodSpec.constructorBuilder()
              .addStatement("super($T.class)", Erasure.of(model.type()))
              .build());
    }
    return written.addMethod(writeMethod()).addMethod(readMethod()).build();
  }

  private ClassName above() {
    if (model.isShared()) {
      return RuntimeNames.SHARED_SERIALIZER;
    }
    return model.isExact() ? RuntimeNames.EXACT_SERIALIZER : RuntimeNames.VALUE_SERIALIZER;
  }

  private void addHandles(TypeSpec.Builder written) {
    if (model.isConstructorHidden()) {
      TypeName maker = ParameterizedTypeName.get(RuntimeNames.HIDDEN_CONSTRUCTOR, type);
      written.addField(
          FieldSpec.builder(maker, MAKER, Modifier.PRIVATE, Modifier.FINAL)
              .initializer(
                  "$T.of($T.class)", RuntimeNames.HIDDEN_CONSTRUCTOR, Erasure.of(model.type()))
              .build());
    }
    for (Member member : model.members()) {
      if (member.isHidden()) {
        TypeName held = TypeNames.plain().boxed(member.written().type());
        written.addField(
            FieldSpec.builder(
                    ParameterizedTypeName.get(RuntimeNames.HIDDEN_FIELD, type, held),
                    handles.get(id(member)),
                    Modifier.PRIVATE,
                    Modifier.FINAL)
                .initializer(
                    "$T.of($T.class, $S)",
                    RuntimeNames.HIDDEN_FIELD,
                    Erasure.of(member.owner().asType()),
                    member.name())
                .build());
      }
    }
  }

  private MethodSpec writeMethod() {
    MethodSpec.Builder method =
        override("write", TypeName.VOID)
            .addParameter(RuntimeNames.KRYO_OUTPUT, "output")
            .addParameter(type, value);
    model.members().forEach(member -> method.addStatement("$L", write(member)));
    return method.build();
  }

  private CodeBlock write(Member member) {
    CodeBlock held =
        member.getter().isEmpty()
            ? CodeBlock.of("$N.get($N)", handles.get(id(member)), value)
            : CodeBlock.of("$N.$L", value, member.getter());
    return member.written() instanceof Written.Primitive primitive
        ? PrimitiveCode.write(primitive.type().getKind(), held)
        : CodeBlock.of("$L.writeOrNull(kryo, output, $L)", constants.of(member.written()), held);
  }

  private MethodSpec readMethod() {
    TypeName wildcard =
        ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(type));
    MethodSpec.Builder method =
        override("read", type)
            .addParameter(RuntimeNames.KRYO_INPUT, "input")
            .addParameter(wildcard, "type");
    if (isMadeAtOnce()) {
      CodeBlock arguments =
          model.members().stream().map(this::read).collect(CodeBlock.joining(", "));
      return method.addStatement("return new $T($L)", type, arguments).build();
    }
    List<Member> before = taken();
    int read = before.stream().mapToInt(model.members()::indexOf).max().orElse(-1);
    List<Member> ahead = model.members().subList(0, read + 1);
    ahead.forEach(
        member ->
            method.addStatement(
                "$T $N = $L",
                TypeNames.plain().of(member.written().type()),
                locals.get(id(member)),
                read(member)));
    method.addStatement("$T $N = $L", type, value, made());
    if (model.isShared()) {
      method.addStatement("kryo.reference($N)", value);
    }
    for (Member member : model.members()) {
      if (member.setting().how() != How.CONSTRUCTOR) {
        CodeBlock held =
            ahead.contains(member) ? CodeBlock.of("$N", locals.get(id(member))) : read(member);
        method.addStatement("$L", set(member, held));
      }
    }
    return method.addStatement("return $N", value).build();
  }

  /** Whether its constructor takes all that it is made of, in the order in which it is read. */
  private boolean isMadeAtOnce() {
    List<String> members = model.members().stream().map(Member::name).collect(Collectors.toList());
    return !model.isConstructorHidden() && members.equals(model.parameters());
  }

  private List<Member> taken() {
    return model.members().stream()
        .filter(member -> member.setting().how() == How.CONSTRUCTOR)
        .toList();
  }

  private CodeBlock made() {
    if (model.isConstructorHidden()) {
      return CodeBlock.of("$N.make()", MAKER);
    }
    CodeBlock arguments =
        model.parameters().stream()
            .map(name -> CodeBlock.of("$N", local(name)))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("new $T($L)", type, arguments);
  }

  private String local(String name) {
    return taken().stream()
        .filter(member -> member.name().equals(name))
        .map(member -> locals.get(id(member)))
        .findFirst()
        .orElseThrow();
  }

  private CodeBlock set(Member member, CodeBlock held) {
    return switch (member.setting().how()) {
      case METHOD -> CodeBlock.of("$N.$N($L)", value, member.setting().method(), held);
      case FIELD -> CodeBlock.of("$N.$N = $L", value, member.name(), held);
      default -> CodeBlock.of("$N.set($N, $L)", handles.get(id(member)), value, held);
    };
  }

  private CodeBlock read(Member member) {
    return member.written() instanceof Written.Primitive primitive
        ? PrimitiveCode.read(primitive.type().getKind())
        : CodeBlock.of("$L.readOrNull(kryo, input)", constants.of(member.written()));
  }

  private static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addParameter(RuntimeNames.KRYO, "kryo");
  }

  /** How primitives are written: whole numbers in as few bytes as they take. */
  private static final class PrimitiveCode {
    static CodeBlock write(TypeKind kind, CodeBlock held) {
      return switch (kind) {
        case INT -> CodeBlock.of("output.writeVarInt($L, false)", held);
        case LONG -> CodeBlock.of("output.writeVarLong($L, false)", held);
        default -> CodeBlock.of("output.write$L($L)", name(kind), held);
      };
    }

    static CodeBlock read(TypeKind kind) {
      return switch (kind) {
        case INT -> CodeBlock.of("input.readVarInt(false)");
        case LONG -> CodeBlock.of("input.readVarLong(false)");
        default -> CodeBlock.of("input.read$L()", name(kind));
      };
    }

    private static String name(TypeKind kind) {
      return Words.type(kind.name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
