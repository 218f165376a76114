/** The orders of the smallest steps of loads. */
package dev.larder.internal.load;
