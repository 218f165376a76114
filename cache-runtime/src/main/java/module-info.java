/** What generated decorators call: caches, keys, tiers and policies. */
module dev.larder.runtime {
  requires com.github.benmanes.caffeine;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.larder;
  exports dev.larder.generated;
  exports dev.larder.spi;

  uses dev.larder.DecoratorFactory;
}
