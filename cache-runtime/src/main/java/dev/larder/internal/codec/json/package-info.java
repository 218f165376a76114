/** Values as JSON, for readers in other languages. The only package that knows Jackson. */
@NullMarked
package dev.larder.internal.codec.json;

import org.jspecify.annotations.NullMarked;
