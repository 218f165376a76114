/** Tests on real servers. */
@NullMarked
package dev.larder.memcached;

import org.jspecify.annotations.NullMarked;
