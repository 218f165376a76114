/** A generated class, injected by Guice. */
package dev.larder.examples.guice;
