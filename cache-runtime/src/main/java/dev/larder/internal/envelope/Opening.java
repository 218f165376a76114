package dev.larder.internal.envelope;

/** What opening an envelope gives: an {@link Envelope} that is whole, or why there is none. */
public sealed interface Opening permits Envelope, Opening.Refused {
  /**
   * The bytes are no envelope of the key.
   *
   * @param flaw what is wrong with them
   */
  record Refused(Flaw flaw) implements Opening {}
}
