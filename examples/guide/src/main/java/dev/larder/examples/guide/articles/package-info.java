/** Every annotation once. */
package dev.larder.examples.guide.articles;
