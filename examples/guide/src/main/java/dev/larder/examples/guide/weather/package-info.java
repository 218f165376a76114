/** What the generated class of a small service looks like. */
package dev.larder.examples.guide.weather;
