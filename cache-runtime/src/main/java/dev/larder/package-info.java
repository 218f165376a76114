/**
 * The public face of Larder: a {@link dev.larder.CacheManager} opens {@link dev.larder.Cache}s,
 * whose tiers it builds from the chains that it was configured with.
 */
@NullMarked
package dev.larder;

import org.jspecify.annotations.NullMarked;
