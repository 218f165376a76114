package dev.larder.examples.guide.recipes;

/** Where the recipes are tried. */
enum Place {
  HEAP,
  REDIS,
  MEMCACHED
}
