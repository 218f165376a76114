/** Values by the serialization of the JDK, held to a closed set of classes. */
@NullMarked
package dev.larder.internal.codec.java;

import org.jspecify.annotations.NullMarked;
