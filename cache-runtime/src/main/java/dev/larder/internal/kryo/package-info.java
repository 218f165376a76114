/** Values to bytes and back by Kryo, with the serializers of their model. */
@NullMarked
package dev.larder.internal.kryo;

import org.jspecify.annotations.NullMarked;
