package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.larder.processor.model.GuardModel;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.UseModel.Read;

/** Writes the body of a method that asks one cache, and what lies beneath it for a miss. */
final class ReadCode {
  private final Decorator decorator;
  private final MethodModel method;
  private final Read read;
  private final CacheMember cache;
  private final Scope scope;
  private final ResultCode result;
  private final CodeBlock.Builder body = CodeBlock.builder();

  ReadCode(Decorator decorator, MethodModel method, Read read) {
    this.decorator = decorator;
    this.method = method;
    this.read = read;
    this.cache = decorator.caches().of(read.cache());
    this.scope = new Scope(decorator, method.parameterNames());
    this.result = ResultCode.of(method, decorator);
  }

  /** The body; {@code beneath} is the call for a miss. */
  CodeBlock over(CodeBlock beneath) {
    read.condition().ifPresent(condition -> addCondition(condition, beneath));
    CodeBlock key = addKey(read.key().orElseThrow());
    addHit(key);
    CodeBlock get =
        CodeBlock.of(
            "$L.get($L, $L$L)", scope.field(cache.field()), key, loader(beneath), unless());
    CodeBlock answer = answer(get, beneath);
    return body.add(new CheckedExceptions(decorator, method).around(answer, scope)).build();
  }

  private void addCondition(GuardModel condition, CodeBlock beneath) {
    CodeBlock arguments =
        condition.arguments().stream()
            .map(name -> CodeBlock.of("$N", name))
            .collect(CodeBlock.joining(", "));
    body.beginControlFlow("if (!$L.$N($L))", target(), condition.name(), arguments)
        .addStatement("return $L", beneath)
        .endControlFlow();
  }

  private CodeBlock addKey(KeyModel key) {
    PathCode paths = new PathCode(scope, body, "");
    KeyCode keys = new KeyCode(decorator, paths);
    CodeBlock made = keys.of(key);
    if (KeyCode.isAtHand(key)) {
      return made;
    }
    String name = scope.local("key");
    body.addStatement("$T $N = $L", keys.type(key, cache), name, made);
    return CodeBlock.of("$N", name);
  }

  private void addHit(CodeBlock key) {
    String hit = scope.local("hit");
    body.addStatement(
            "$T $N = $L.localHit($L)", cache.valueType(), hit, scope.field(cache.field()), key)
        .beginControlFlow("if ($N != null)", hit)
        .addStatement("return $L", result.ofPresent(CodeBlock.of("$N", hit)))
        .endControlFlow();
  }

  private CodeBlock loader(CodeBlock beneath) {
    String key = scope.local("k");
    return CodeBlock.of("$N -> $L", key, result.unwrapped(beneath));
  }

  private CodeBlock unless() {
    return read.unless()
        .map(guard -> CodeBlock.of(", $L::$N", target(), guard.name()))
        .orElse(CodeBlock.of(""));
  }

  /** Whom a condition is asked of. */
  private CodeBlock target() {
    return decorator.isSubclass() ? CodeBlock.of("this") : scope.field(Decorator.DELEGATE);
  }

  private CodeBlock answer(CodeBlock get, CodeBlock beneath) {
    if (!result.needsVariable()) {
      return CodeBlock.builder().addStatement("return $L", result.ofNullable(get)).build();
    }
    String found = scope.local("found");
    return CodeBlock.builder()
        .addStatement("$T $N = $L", cache.valueType(), found, get)
        .addStatement("return $L", result.ofVariable(found, beneath))
        .build();
  }
}
