/**
 * What generated code alone calls: public for that. A model of each type's caches for the build,
 * and serializers, of which generated ones are put together.
 */
@NullMarked
package dev.larder.generated;

import org.jspecify.annotations.NullMarked;
