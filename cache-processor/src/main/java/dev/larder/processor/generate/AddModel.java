package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Put;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The model as an annotation: all that is read of the class when types are compared. */
final class AddModel implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    List<CodeBlock> uses = new ArrayList<>();
    for (MethodModel method : decorator.service().methods()) {
      if (method.isWritten()) {
        method.uses().forEach(use -> uses.add(use(decorator, method, use)));
      }
    }
    type.addAnnotation(
        AnnotationSpec.builder(RuntimeNames.CACHE_MODEL)
            .addMember("type", "$T.class", Erasure.of(decorator.service().type()))
            .addMember("uses", "$L", braced(uses))
            .build());
  }

  private static CodeBlock braced(List<CodeBlock> uses) {
    return uses.isEmpty()
        ? CodeBlock.of("{}")
        : CodeBlock.of("{$<\n$L$<\n}$>$>", uses.stream().collect(CodeBlock.joining(",\n")));
  }

  private static CodeBlock use(Decorator decorator, MethodModel method, UseModel use) {
    List<CodeBlock> members = new ArrayList<>();
    members.add(member("operation", text(use.operation())));
    members.add(member("method", text(MethodId.of(method))));
    members.add(member("cache", text(use.cache().name())));
    use.cache().chain().ifPresent(chain -> members.add(member("chain", text(chain))));
    use.key().ifPresent(key -> members.add(member("key", texts(key.names()))));
    value(use).ifPresent(value -> members.addAll(value(value)));
    if (use instanceof Read read && !read.settings().stated().isEmpty()) {
      members.add(member("settings", texts(read.settings().stated())));
    }
    if (decorator.caches().of(use.cache()).isStacked()) {
      members.add(member("stacked", CodeBlock.of("true")));
    }
    return CodeBlock.of(
        "@$T(\n$>$>$L$<$<)",
        RuntimeNames.CACHE_USE,
        members.stream().collect(CodeBlock.joining(",\n")));
  }

  private static Optional<ValueModel> value(UseModel use) {
    if (use instanceof Read read) {
      return read.value();
    }
    return use instanceof Put put ? put.value() : Optional.empty();
  }

  private static List<CodeBlock> value(ValueModel value) {
    return List.of(
        member("value", text(value.name())),
        member("fingerprint", CodeBlock.of("$L", Fingerprints.literal(value.fingerprint()))));
  }

  private static CodeBlock member(String name, CodeBlock value) {
    return CodeBlock.of("$L = $L", name, value);
  }

  private static CodeBlock texts(List<String> texts) {
    CodeBlock quoted = texts.stream().map(AddModel::text).collect(CodeBlock.joining(", "));
    return CodeBlock.of(texts.size() == 1 ? "$L" : "{$L}", quoted);
  }

  private static CodeBlock text(String text) {
    return CodeBlock.of("$S", text);
  }
}
