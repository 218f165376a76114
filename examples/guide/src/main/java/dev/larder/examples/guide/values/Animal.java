package dev.larder.examples.guide.values;

/** What somebody keeps: the compiler does not know which classes there are. */
public interface Animal {
  /** What it is called. */
  String name();
}
