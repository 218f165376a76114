/** Threads of the runtime's own. */
@NullMarked
package dev.larder.internal.thread;

import org.jspecify.annotations.NullMarked;
