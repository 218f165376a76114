package dev.larder.internal.envelope;

/** Why bytes give no value; each is counted, and is as if there were no bytes (I8). */
public enum Flaw {
  /** There are fewer bytes than the lengths in them say. */
  TRUNCATED,
  /** They do not begin as an envelope does. */
  FOREIGN,
  /** An envelope of a format that this build does not read. */
  UNKNOWN_FORMAT,
  /** There are more bytes than the lengths in them say. */
  SURPLUS,
  /** The checksum is another: the bytes were damaged, or are those of another key. */
  CHECKSUM,
  /** The checksum holds, and yet nothing of the kind is ever written. */
  MALFORMED,
  /** The value takes more bytes than are allowed. */
  OVERSIZED,
  /** The value was compressed by what is not to be found here. */
  UNKNOWN_COMPRESSOR,
  /** The value's own bytes could not be decompressed or decoded. */
  UNDECODABLE
}
