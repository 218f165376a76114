/** A generated class, injected by Dagger. */
package dev.larder.examples.dagger;
