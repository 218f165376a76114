/** What generated code carries for the build: public for that, and read at compile time alone. */
@NullMarked
package dev.larder.generated;

import org.jspecify.annotations.NullMarked;
