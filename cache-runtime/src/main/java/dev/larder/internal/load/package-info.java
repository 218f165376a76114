/** Loads under way: who runs them, who waits for them, and how neither waits for ever. */
@NullMarked
package dev.larder.internal.load;

import org.jspecify.annotations.NullMarked;
