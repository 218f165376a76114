/** What generated decorators call: caches, keys, tiers and policies. */
// Kryo names its module in its manifest alone. Required here, it need not be by users.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.larder.runtime {
  requires com.github.benmanes.caffeine;
  requires transitive com.esotericsoftware.kryo;
  requires static transitive org.jspecify;
  requires org.objenesis;
  requires org.slf4j;

  exports dev.larder;
  exports dev.larder.generated;
  exports dev.larder.spi;

  uses dev.larder.DecoratorFactory;
}
