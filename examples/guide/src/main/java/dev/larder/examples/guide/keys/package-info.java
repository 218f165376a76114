/** A type of one's own in keys. */
package dev.larder.examples.guide.keys;
