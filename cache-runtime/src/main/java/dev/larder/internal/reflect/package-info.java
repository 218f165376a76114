/** Types of values that no processor saw: read by reflection, and written by what it finds. */
@NullMarked
package dev.larder.internal.reflect;

import org.jspecify.annotations.NullMarked;
