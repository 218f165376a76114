/** Recipes: what caches are mostly used for, each with what goes wrong in it. */
@NullMarked
package dev.larder.examples.guide.recipes;

import org.jspecify.annotations.NullMarked;
