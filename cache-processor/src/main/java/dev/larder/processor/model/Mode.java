package dev.larder.processor.model;

/** How the generated class stands to the type it decorates. */
public enum Mode {
  /** It implements the decorated interface and delegates. */
  INTERFACE,
  /** It extends the decorated class, so that calls the class makes to itself are cached too. */
  SUBCLASS,
  /** It implements the interfaces of a class that cannot be extended, and delegates. */
  DELEGATE
}
