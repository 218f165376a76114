/**
 * The protocol of the tiers as a model: processes, a store, a source and messages as small numbers,
 * every step of every participant in every order. The model knows no engine code; it is what the
 * engine and the stores are built by, and {@code docs/guide/coherence.md} says it in words.
 */
package dev.larder.protocol;
