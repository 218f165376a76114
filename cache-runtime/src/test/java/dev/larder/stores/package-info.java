/** Stores and codecs as users write them, found by ServiceLoader. */
@org.jspecify.annotations.NullMarked
package dev.larder.stores;
