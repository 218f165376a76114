/** A music shop's catalogue in an embedded database, and its answers in a cache. */
package dev.larder.examples.quickstart;
