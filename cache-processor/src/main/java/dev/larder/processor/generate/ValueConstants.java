package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.StoredModel;
import dev.larder.processor.model.Written;
import dev.larder.processor.model.WrittenClass;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * The constants of the class, one for each type that is written: those with a class of their own
 * first, then what is put together of others, behind these.
 */
final class ValueConstants {
  /** A record or class, its constant, and the class that is written for it. */
  record Own(WrittenClass model, String constant, ClassName serializer) {}

  private final ClassName home;
  private final NameAllocator names = new NameAllocator();
  private final NameAllocator typeNames = new NameAllocator();
  private final Map<String, Own> classes = new LinkedHashMap<>();
  private final Map<String, String> constants = new LinkedHashMap<>();
  private final Map<String, FieldSpec> composed = new LinkedHashMap<>();

  ValueConstants(Decorator decorator, List<StoredModel> models) {
    this.home = decorator.valuesName();
    models.forEach(
        model -> model.classes().forEach(one -> classes.computeIfAbsent(one.key(), k -> own(one))));
    for (StoredModel model : models) {
      model.classes().forEach(this::declareMembers);
      declare(model.root());
    }
  }

  private Own own(WrittenClass one) {
    String base = ValueNames.of(one.type());
    return new Own(
        one,
        Words.free(Words.constant(base), "_", names),
        home.nestedClass(Words.free(base + "Serializer", "", typeNames)));
  }

  private void declareMembers(WrittenClass one) {
    one.members().forEach(member -> declare(member.written()));
  }

  private void declare(Written written) {
    if (written instanceof Written.Primitive
        || written instanceof Written.Constant
        || written instanceof Written.Own
        || constants.containsKey(key(written))) {
      return;
    }
    written.parts().forEach(this::declare);
    String name = Words.free(Words.constant(ValueNames.of(written.type())), "_", names);
    constants.put(key(written), name);
    composed.put(name, field(written.type(), name, new ComposedCode(this).of(written)));
  }

  private static String key(Written written) {
    return TypeNames.plain().of(written.type()).toString();
  }

  private static FieldSpec field(
      javax.lang.model.type.TypeMirror type, String name, CodeBlock initializer) {
    return FieldSpec.builder(
            serializerOf(TypeNames.plain().boxed(type)),
            name,
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(initializer)
        .build();
  }

  static TypeName serializerOf(TypeName type) {
    return ParameterizedTypeName.get(RuntimeNames.VALUE_SERIALIZER, type);
  }

  /** The records and classes. */
  Collection<Own> classes() {
    return classes.values();
  }

  /** The one of that key. */
  Own own(String key) {
    return Objects.requireNonNull(classes.get(key), key);
  }

  /** How the class names the serializer of a type. */
  CodeBlock of(Written written) {
    if (written instanceof Written.Constant constant) {
      return CodeBlock.of("$T.$L", RuntimeNames.SERIALIZERS, constant.name());
    }
    if (written instanceof Written.Own own) {
      return CodeBlock.of("$N", own(own.key()).constant());
    }
    return CodeBlock.of("$N", Objects.requireNonNull(constants.get(key(written)), key(written)));
  }

  /** Adds them, in an order in which each finds what it is put together of. */
  void addTo(TypeSpec.Builder type) {
    for (Own own : classes.values()) {
      type.addField(
          field(own.model().type(), own.constant(), CodeBlock.of("new $T()", own.serializer())));
    }
    composed.values().forEach(type::addField);
  }
}
