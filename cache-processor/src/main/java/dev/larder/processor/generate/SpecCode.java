package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.SettingsModel;
import dev.larder.processor.model.ValueModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes what a cache manager is asked for. */
final class SpecCode {
  private SpecCode() {}

  /** The specification of a cache whose chain is known. */
  static CodeBlock spec(Decorator decorator, CacheMember cache) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", cache.chain()));
    arguments.add(CodeBlock.of("$S", cache.id().name()));
    arguments.addAll(types(decorator, cache));
    CodeBlock settings = settings(cache);
    String indent = settings.isEmpty() ? "$>$>" : "$>$>$>$>";
    String dedent = settings.isEmpty() ? "$<$<" : "$<$<$<$<";
    return CodeBlock.of(
        "$T.of(" + indent + "\n$L)" + dedent + "$L",
        RuntimeNames.CACHE_SPEC,
        arguments.stream().collect(CodeBlock.joining(",\n")),
        settings);
  }

  /** The cache, asked of the cache manager that the variable holds. */
  static CodeBlock opened(Decorator decorator, CacheMember cache, String caches) {
    if (!cache.isNamed()) {
      return CodeBlock.of("$N.cache($L)", caches, cache.spec(decorator));
    }
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", cache.id().name()));
    arguments.addAll(types(decorator, cache));
    return CodeBlock.of(
        "$N.named($L)", caches, arguments.stream().collect(CodeBlock.joining(", ")));
  }

  /** The shape of the keys and the type of the values, as far as they are known. */
  private static List<CodeBlock> types(Decorator decorator, CacheMember cache) {
    List<CodeBlock> types = new ArrayList<>();
    cache.key().ifPresent(key -> types.add(shape(decorator, key)));
    cache
        .value()
        .filter(value -> cache.key().isPresent())
        .ifPresent(value -> types.add(valueType(decorator, cache, value)));
    return types;
  }

  private static CodeBlock valueType(Decorator decorator, CacheMember cache, ValueModel value) {
    // No method reference: it would load the class when the constant is made.
    CodeBlock model =
        cache.isStored()
            ? CodeBlock.of(", () -> $T.$N()", decorator.valuesName(), cache.field())
            : CodeBlock.of("");
    return CodeBlock.of(
        "$T.<$T>of($S, $L, $L$L)",
        RuntimeNames.VALUE_TYPE,
        cache.valueType(),
        value.name(),
        Fingerprints.literal(value.fingerprint()),
        value.isImmutable(),
        model);
  }

  private static CodeBlock shape(Decorator decorator, KeyModel key) {
    CodeBlock parts =
        Slot.of(key).stream()
            .map(slot -> decorator.parts().of(slot.part()))
            .collect(CodeBlock.joining(", "));
    String factory = key.isOwnKey() ? "single" : "composite";
    return CodeBlock.of("$T.$L($L)", RuntimeNames.KEY_SHAPE, factory, parts);
  }

  private static CodeBlock settings(CacheMember cache) {
    List<CodeBlock> calls = new ArrayList<>();
    cache.settings().ifPresent(settings -> add(settings, calls));
    if (cache.isStacked()) {
      calls.add(CodeBlock.of("\n.stacked()"));
    }
    return calls.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of("$>$>$L$<$<", calls.stream().collect(CodeBlock.joining("")));
  }

  private static void add(SettingsModel settings, List<CodeBlock> calls) {
    settings.ttl().ifPresent(seconds -> calls.add(duration("ttl", seconds)));
    settings.localTtl().ifPresent(seconds -> calls.add(duration("localTtl", seconds)));
    settings.nullTtl().ifPresent(seconds -> calls.add(duration("nullTtl", seconds)));
    settings.jitter().ifPresent(share -> calls.add(CodeBlock.of("\n.jitter($L)", share)));
    settings.refreshAfter().ifPresent(seconds -> calls.add(duration("refreshAfter", seconds)));
    settings.staleTtl().ifPresent(seconds -> calls.add(duration("staleTtl", seconds)));
    if (settings.localCopy()) {
      calls.add(CodeBlock.of("\n.localCopy()"));
    }
  }

  private static CodeBlock duration(String name, long seconds) {
    String literal = seconds > Integer.MAX_VALUE ? seconds + "L" : Long.toString(seconds);
    return CodeBlock.of("\n.$L($T.ofSeconds($L))", name, Duration.class, literal);
  }
}
