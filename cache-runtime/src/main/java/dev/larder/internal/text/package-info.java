/** The texts that keys are written in; the same on every JDK, in every locale and time zone. */
@NullMarked
package dev.larder.internal.text;

import org.jspecify.annotations.NullMarked;
