/** What files and the environment state: read, laid over one another, and given by type. */
@NullMarked
package dev.larder.internal.config;

import org.jspecify.annotations.NullMarked;
