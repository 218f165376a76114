/**
 * The orders that threads can take through the engine. The tests stand in the engine's own package,
 * so that they can put its parts together in other ways than it does: once as they are, and once
 * with one guard left out, which must be found.
 */
package dev.larder;
