/** The code that the pages of the guide show. */
package dev.larder.examples.guide;
