package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Read;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one method of the decorated type: the override that asks the first cache, a private method
 * for each cache stacked beneath it, and one for the method's own code with its puts and evicts.
 */
final class MethodWriter {
  private final Decorator decorator;
  private final MethodModel method;
  private final Signature signature;
  private final List<MethodSpec> written = new ArrayList<>();

  MethodWriter(Decorator decorator, MethodModel method) {
    this.decorator = decorator;
    this.method = method;
    this.signature = new Signature(method, decorator.service());
  }

  /** The override first. */
  List<MethodSpec> write() {
    List<Read> reads = method.reads();
    boolean writes = method.uses().size() > reads.size();
    List<CodeBlock> bodies = new ArrayList<>();
    List<String> names = names(reads, writes);
    for (int i = 0; i < reads.size(); i++) {
      CodeBlock beneath = i + 1 < names.size() ? call("", names.get(i + 1)) : own();
      bodies.add(new ReadCode(decorator, method, reads.get(i)).over(beneath));
    }
    if (writes) {
      bodies.add(new WriteCode(decorator, method).around(own()));
    }
    if (bodies.isEmpty()) {
      bodies.add(CodeBlock.builder().addStatement(returning("$L"), own()).build());
    }
    for (int i = 0; i < bodies.size(); i++) {
      written.add(i == 0 ? override(bodies.get(0)) : beneath(names.get(i), bodies.get(i)));
    }
    return List.copyOf(written);
  }

  /** The methods' names from the override down to the one with the puts and evicts. */
  private List<String> names(List<Read> reads, boolean writes) {
    List<String> names = new ArrayList<>();
    for (Read read : reads) {
      String chain = Words.capitalized(Words.field(read.cache().chain().orElse("next")));
      names.add(
          names.isEmpty() ? method.name() : decorator.methodName(method.name() + "From" + chain));
    }
    if (writes) {
      names.add(names.isEmpty() ? method.name() : decorator.methodName(method.name() + "Uncached"));
    }
    return names;
  }

  private MethodSpec override(CodeBlock body) {
    boolean isDeprecated = Signature.isDeprecated(method.element());
    MethodSpec.Builder override = signature.override().addCode(guard()).addCode(body);
    new MethodLints(decorator, method).in(isDeprecated).ifPresent(override::addAnnotation);
    return override.build();
  }

  private MethodSpec beneath(String name, CodeBlock body) {
    MethodSpec.Builder beneath = signature.like(name).addCode(body);
    new MethodLints(decorator, method).in(false).ifPresent(beneath::addAnnotation);
    return beneath.build();
  }

  /** In a subclass, a super constructor may call the method before our fields are set. */
  private CodeBlock guard() {
    if (!decorator.isSubclass() || method.uses().isEmpty()) {
      return CodeBlock.of("");
    }
    UseModel first = method.uses().get(0);
    CodeBlock field =
        new Scope(decorator, method.parameterNames())
            .field(decorator.caches().of(first.cache()).field());
    CodeBlock.Builder guard = CodeBlock.builder().beginControlFlow("if ($L == null)", field);
    guard.add(
        ClassLints.isSerializable(decorator)
            ? "// called by a constructor of $T, or read back without its caches\n"
            : "// a constructor of $T calls this before the caches are there\n",
        Erasure.of(decorator.service().type()));
    guard.addStatement(returning("$L"), own());
    if (method.isVoid()) {
      guard.addStatement("return");
    }
    return guard.endControlFlow().build();
  }

  private String returning(String call) {
    return method.isVoid() ? call : "return " + call;
  }

  /** The call of the method's own code. */
  private CodeBlock own() {
    CodeBlock target =
        decorator.isSubclass()
            ? CodeBlock.of("super")
            : new Scope(decorator, method.parameterNames()).field(Decorator.DELEGATE);
    return call(target + ".", method.name());
  }

  private CodeBlock call(String target, String name) {
    CodeBlock arguments =
        method.parameterNames().stream()
            .map(parameter -> CodeBlock.of("$N", parameter))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$L$N($L)", target, name, arguments);
  }
}
