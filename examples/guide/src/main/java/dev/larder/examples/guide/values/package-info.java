/** Values that a store can keep. */
package dev.larder.examples.guide.values;
