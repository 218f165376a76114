package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Put;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.model.ValueModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The model as an annotation: all that is read of the class when types are compared. */
final class AddModel implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    AnnotationSpec.Builder model =
        AnnotationSpec.builder(RuntimeNames.CACHE_MODEL)
            .addMember("type", "$T.class", Erasure.of(decorator.service().type()));
    for (MethodModel method : decorator.service().methods()) {
      if (method.isWritten()) {
        method.uses().forEach(use -> model.addMember("uses", "$L", use(decorator, method, use)));
      }
    }
    if (!model.build().members().containsKey("uses")) {
      model.addMember("uses", "{}");
    }
    type.addAnnotation(model.build());
  }

  private static AnnotationSpec use(Decorator decorator, MethodModel method, UseModel use) {
    AnnotationSpec.Builder builder =
        AnnotationSpec.builder(RuntimeNames.CACHE_USE)
            .addMember("operation", "$S", use.operation())
            .addMember("method", "$S", MethodId.of(method))
            .addMember("cache", "$S", use.cache().name());
    use.cache().chain().ifPresent(chain -> builder.addMember("chain", "$S", chain));
    use.key().map(KeyModel::names).ifPresent(names -> builder.addMember("key", "$L", texts(names)));
    value(use)
        .ifPresent(
            value ->
                builder
                    .addMember("value", "$S", value.name())
                    .addMember("fingerprint", "$L", Fingerprints.literal(value.fingerprint())));
    if (use instanceof Read read && !read.settings().stated().isEmpty()) {
      builder.addMember("settings", "$L", texts(read.settings().stated()));
    }
    if (decorator.caches().of(use.cache()).isStacked()) {
      builder.addMember("stacked", "true");
    }
    return builder.build();
  }

  private static Optional<ValueModel> value(UseModel use) {
    if (use instanceof Read read) {
      return read.value();
    }
    return use instanceof Put put ? put.value() : Optional.empty();
  }

  private static CodeBlock texts(Collection<String> texts) {
    List<CodeBlock> quoted = texts.stream().map(text -> CodeBlock.of("$S", text)).toList();
    return quoted.size() == 1
        ? quoted.get(0)
        : quoted.stream().collect(CodeBlock.joining(",$W", "{", "}"));
  }
}
