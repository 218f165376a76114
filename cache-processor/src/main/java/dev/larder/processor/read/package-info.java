/** Reads a user's types into the model; what cannot be read becomes a problem. */
package dev.larder.processor.read;
