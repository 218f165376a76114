package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.SettingsModel;
import java.time.Duration;
import java.util.Optional;

/** Writes what a cache manager is asked for. */
final class SpecCode {
  private SpecCode() {}

  /** The specification of a cache whose chain is known. */
  static CodeBlock spec(Decorator decorator, CacheMember cache) {
    CodeBlock.Builder spec =
        CodeBlock.builder()
            .add("$T.of($>$>\n$S,$W$S", RuntimeNames.CACHE_SPEC, cache.chain(), cache.id().name())
            .add(types(decorator, cache))
            .add(")$<$<");
    cache.settings().ifPresent(settings -> spec.add(settings(settings)));
    return cache.isStacked() ? spec.add("\n.stacked()").build() : spec.build();
  }

  /** The cache, asked of the cache manager that the variable holds. */
  static CodeBlock opened(Decorator decorator, CacheMember cache, String caches) {
    if (!cache.isNamed()) {
      return CodeBlock.of("$N.cache($L)", caches, cache.spec());
    }
    CodeBlock types = types(decorator, cache);
    return CodeBlock.of("$N.named($S$L)", caches, cache.id().name(), types);
  }

  private static CodeBlock types(Decorator decorator, CacheMember cache) {
    CodeBlock.Builder types = CodeBlock.builder();
    cache.key().ifPresent(key -> types.add(",$W$L", shape(decorator, key)));
    cache
        .value()
        .filter(value -> cache.key().isPresent())
        .ifPresent(
            value ->
                types.add(
                    ",$W$T.<$T>of($S,$W$L,$W$L)",
                    RuntimeNames.VALUE_TYPE,
                    cache.valueType(),
                    value.name(),
                    Fingerprints.literal(value.fingerprint()),
                    value.isImmutable()));
    return types.build();
  }

  private static CodeBlock shape(Decorator decorator, KeyModel key) {
    CodeBlock parts =
        Slot.of(key).stream()
            .map(slot -> decorator.parts().of(slot.part()))
            .collect(CodeBlock.joining(",$W"));
    String factory = key.isOwnKey() ? "single" : "composite";
    return CodeBlock.of("$T.$L($L)", RuntimeNames.KEY_SHAPE, factory, parts);
  }

  private static CodeBlock settings(SettingsModel settings) {
    CodeBlock.Builder code = CodeBlock.builder();
    add(code, "ttl", settings.ttl());
    add(code, "localTtl", settings.localTtl());
    add(code, "nullTtl", settings.nullTtl());
    settings.jitter().ifPresent(share -> code.add("\n.jitter($L)", share));
    return code.build();
  }

  private static void add(CodeBlock.Builder code, String name, Optional<Long> seconds) {
    seconds.ifPresent(
        value -> code.add("\n.$L($T.ofSeconds($L))", name, Duration.class, literal(value)));
  }

  private static String literal(long seconds) {
    return seconds > Integer.MAX_VALUE ? seconds + "L" : Long.toString(seconds);
  }
}
