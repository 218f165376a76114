/** What generated decorators call: caches, keys, tiers and policies. */
// Kryo, Resilience4j and Typesafe Config name their modules in their manifests alone. Required
// here, they need not be by users.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.larder.runtime {
  requires static com.fasterxml.jackson.databind;
  requires static com.fasterxml.jackson.datatype.jdk8;
  requires static com.fasterxml.jackson.datatype.jsr310;
  requires transitive com.esotericsoftware.kryo;
  requires com.github.benmanes.caffeine;
  requires io.github.resilience4j.circuitbreaker;
  requires static transitive org.jspecify;
  requires org.objenesis;
  requires org.slf4j;
  requires static org.snakeyaml.engine.v2;
  requires typesafe.config;

  exports dev.larder;
  exports dev.larder.generated;
  exports dev.larder.spi;

  uses dev.larder.CacheListener;
  uses dev.larder.DecoratorFactory;
  uses dev.larder.spi.Codec;
  uses dev.larder.spi.Compressor;
  uses dev.larder.spi.StoreFactory;

  provides dev.larder.spi.Codec with
      dev.larder.internal.codec.java.JavaCodec,
      dev.larder.internal.codec.json.JsonCodec,
      dev.larder.internal.kryo.KryoCodec;
}
