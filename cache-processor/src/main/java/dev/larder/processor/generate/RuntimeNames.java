package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime that generated code mentions, known by name only. */
final class RuntimeNames {
  private static final String ROOT = "dev.larder";
  private static final String GENERATED = "dev.larder.generated";

  static final ClassName CACHE = ClassName.get(ROOT, "Cache");
  static final ClassName CACHE_MANAGER = ClassName.get(ROOT, "CacheManager");
  static final ClassName CACHE_SPEC = ClassName.get(ROOT, "CacheSpec");
  static final ClassName COMPOSITE_KEY = ClassName.get(ROOT, "CompositeKey");
  static final ClassName CONFIGURATION_EXCEPTION =
      ClassName.get(ROOT, "CacheConfigurationException");
  static final ClassName DECORATOR_FACTORY = ClassName.get(ROOT, "DecoratorFactory");
  static final ClassName FAIL_SAFE_CACHE = ClassName.get(ROOT, "FailSafeCache");
  static final ClassName KEY_SHAPE = ClassName.get(ROOT, "KeyShape");
  static final ClassName PART_TYPE = ClassName.get(ROOT, "PartType");
  static final ClassName PART_TYPES = ClassName.get(ROOT, "PartTypes");
  static final ClassName VALUE_TYPE = ClassName.get(ROOT, "ValueType");
  static final ClassName EXACT_SERIALIZER = ClassName.get(GENERATED, "ExactSerializer");
  static final ClassName HIDDEN_CONSTRUCTOR = ClassName.get(GENERATED, "HiddenConstructor");
  static final ClassName HIDDEN_FIELD = ClassName.get(GENERATED, "HiddenField");
  static final ClassName SERIALIZERS = ClassName.get(GENERATED, "Serializers");
  static final ClassName SHARED_SERIALIZER = ClassName.get(GENERATED, "SharedSerializer");
  static final ClassName TYPES = ClassName.get(GENERATED, "Types");
  static final ClassName VALUES = ClassName.get(GENERATED, "Values");
  static final ClassName VALUE_SERIALIZER = ClassName.get(GENERATED, "ValueSerializer");
  static final ClassName KRYO = ClassName.get("com.esotericsoftware.kryo", "Kryo");
  static final ClassName KRYO_INPUT = ClassName.get("com.esotericsoftware.kryo.io", "Input");
  static final ClassName KRYO_OUTPUT = ClassName.get("com.esotericsoftware.kryo.io", "Output");
  static final ClassName CACHE_MODEL = ClassName.get(GENERATED, "CacheModel");
  static final ClassName CACHE_USE = ClassName.get(GENERATED, "CacheUse");

  private RuntimeNames() {}
}
