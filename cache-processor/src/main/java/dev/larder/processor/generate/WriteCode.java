package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Results;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Evict;
import dev.larder.processor.model.UseModel.Put;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** Writes the body of a method that runs its own code and then puts and evicts. */
final class WriteCode {
  private final Decorator decorator;
  private final MethodModel method;
  private final Scope scope;
  private final CodeBlock.Builder body = CodeBlock.builder();

  WriteCode(Decorator decorator, MethodModel method) {
    this.decorator = decorator;
    this.method = method;
    this.scope = new Scope(decorator, method.parameterNames());
  }

  /** The body; {@code own} is the call of the method's own code. */
  CodeBlock around(CodeBlock own) {
    addAll(uses().filter(WriteCode::isBefore).toList(), "");
    if (uses().allMatch(WriteCode::isBefore)) {
      return body.addStatement(method.isVoid() ? "$L" : "return $L", own).build();
    }
    if (method.isVoid()) {
      body.addStatement("$L", own);
      addRest("");
      return body.build();
    }
    TypeMirror type = method.type().getReturnType();
    String result = scope.local("result");
    body.addStatement("$T $N = $L", TypeNames.plain().of(type), result, own);
    addRest(method.isResultWritten() ? value(result, type) : result);
    return body.addStatement("return $N", result).build();
  }

  private Stream<UseModel> uses() {
    return method.uses().stream().filter(use -> !(use instanceof UseModel.Read));
  }

  private static boolean isBefore(UseModel use) {
    return use instanceof Evict evict && evict.beforeInvocation();
  }

  private void addRest(String value) {
    addAll(uses().filter(use -> !isBefore(use)).toList(), value);
  }

  /** Those of one moment: keys that are made of the same are made once. */
  private void addAll(List<UseModel> together, String value) {
    Map<KeyModel, CodeBlock> made = new HashMap<>();
    for (UseModel use : together) {
      boolean isShared =
          together.stream().filter(other -> other.key().equals(use.key())).count() > 1;
      add(use, value, isShared, made);
    }
  }

  /** The variable that holds the result's value, out of its {@code Optional}. */
  private String value(String result, TypeMirror type) {
    ResultCode code = ResultCode.of(method, decorator);
    if (code.isValue()) {
      return result;
    }
    String value = scope.local("value");
    TypeMirror held = Results.value(type, decorator.lookup().types());
    body.addStatement(
        "$T $N = $L",
        TypeNames.plain().boxed(held),
        value,
        code.unwrapped(CodeBlock.of("$N", result)));
    return value;
  }

  private void add(UseModel use, String value, boolean isShared, Map<KeyModel, CodeBlock> made) {
    PathCode paths = new PathCode(scope, body, value);
    CacheMember cache = decorator.caches().of(use.cache());
    CodeBlock writes =
        CodeBlock.of(cache.isNamed() ? "$L" : "$L.failSafe()", scope.field(cache.field()));
    KeyCode keys = new KeyCode(decorator, paths);
    Optional<CodeBlock> key =
        use.key()
            .map(
                model ->
                    isShared && !KeyCode.isAtHand(model)
                        ? made.computeIfAbsent(model, one -> variable(one, keys, cache))
                        : keys.of(model));
    if (use instanceof Put put) {
      CodeBlock source =
          put.source().map(path -> paths.read(path).code()).orElse(CodeBlock.of("$N", value));
      body.addStatement("$L.put($L, $L)", writes, key.orElseThrow(), source);
    } else if (key.isPresent()) {
      body.addStatement("$L.evict($L)", writes, key.get());
    } else {
      body.addStatement("$L.clear()", writes);
    }
  }

  private CodeBlock variable(KeyModel key, KeyCode keys, CacheMember cache) {
    CodeBlock made = keys.of(key);
    String name = scope.local("key");
    body.addStatement("$T $N = $L", keys.type(key, cache), name, made);
    return CodeBlock.of("$N", name);
  }
}
