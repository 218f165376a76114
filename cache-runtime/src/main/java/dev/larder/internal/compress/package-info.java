/** The compressors that are at hand. */
@NullMarked
package dev.larder.internal.compress;

import org.jspecify.annotations.NullMarked;
