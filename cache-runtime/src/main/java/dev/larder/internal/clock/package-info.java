/** Time as the caches read it: nanoseconds since an origin of their own, never the time of day. */
@NullMarked
package dev.larder.internal.clock;

import org.jspecify.annotations.NullMarked;
