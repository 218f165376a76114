/**
 * For authors of stores and codecs. A {@link dev.larder.spi.Store} has three methods; what more it
 * can do it shows by implementing a capability beside it, and the engine uses each where present.
 */
@NullMarked
package dev.larder.spi;

import org.jspecify.annotations.NullMarked;
