/** The framed bytes that a distributed tier holds. */
@NullMarked
package dev.larder.internal.envelope;

import org.jspecify.annotations.NullMarked;
