package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.SettingsModel;
import dev.larder.processor.model.ValueModel;
import java.util.Optional;

/**
 * A cache as a generated class has it.
 *
 * @param id the cache
 * @param constant the name of its specification
 * @param field the name of its field
 * @param key its key; empty if the class only clears it
 * @param keyType the type of its keys
 * @param value what it holds; empty if the class only evicts from it
 * @param valueType the type of what it holds
 * @param settings the settings of its first read
 * @param isStacked whether a method asks several caches of this name
 * @param isGeneric whether what it holds depends on type variables of the class
 * @param isRaw whether what it holds had to be erased to a raw type
 */
record CacheMember(
    CacheId id,
    String constant,
    String field,
    Optional<KeyModel> key,
    TypeName keyType,
    Optional<ValueModel> value,
    TypeName valueType,
    Optional<SettingsModel> settings,
    boolean isStacked,
    boolean isGeneric,
    boolean isRaw) {

  /** {@code CacheSpec<K, V>}. */
  TypeName specType() {
    return parameterized(RuntimeNames.CACHE_SPEC);
  }

  /** {@code Cache<K, V>}, or {@code FailSafeCache<K, V>} where only its name is known. */
  TypeName fieldType() {
    return parameterized(isNamed() ? RuntimeNames.FAIL_SAFE_CACHE : RuntimeNames.CACHE);
  }

  /** Whether its chain is not known, so that it means the open caches of its name. */
  boolean isNamed() {
    return id.chain().isEmpty();
  }

  /** Whether it says how its values are written: where only its name is known, nobody asks. */
  boolean isStored() {
    return !isNamed() && key.isPresent() && value.flatMap(ValueModel::stored).isPresent();
  }

  /** Its chain, if that is known. */
  String chain() {
    return id.chain().orElseThrow();
  }

  /** How the class names the specification. */
  CodeBlock spec(Decorator decorator) {
    if (!isGeneric) {
      return CodeBlock.of("$N", constant);
    }
    CodeBlock variables =
        decorator.service().element().getTypeParameters().stream()
            .map(variable -> CodeBlock.of("$L", variable.getSimpleName()))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.<$L>$N()", decorator.name(), variables, constant);
  }

  private TypeName parameterized(ClassName type) {
    return ParameterizedTypeName.get(type, keyType, valueType);
  }
}
