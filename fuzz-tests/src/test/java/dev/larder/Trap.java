package dev.larder;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Comparator;

/** A class that does harm as soon as anything is done with it: it says so. */
public final class Trap implements Serializable, Comparator<Object> {
  /** What is said. */
  static final String SNAP = "the trap has snapped: ";

  private static final long serialVersionUID = 1L;

  static {
    System.out.println(SNAP + "initialized");
  }

  /** Made by a codec that calls constructors. */
  public Trap() {
    System.out.println(SNAP + "made");
  }

  /** Called by a codec that goes by setters. */
  public void setName(String name) {
    System.out.println(SNAP + "set to " + name);
  }

  private void readObject(ObjectInputStream input) throws IOException, ClassNotFoundException {
    input.defaultReadObject();
    System.out.println(SNAP + "read");
  }

  @Override
  public int compare(Object one, Object other) {
    System.out.println(SNAP + "compared");
    return 0;
  }

  @Override
  public int hashCode() {
    System.out.println(SNAP + "hashed");
    return 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trap;
  }

  @Override
  public String toString() {
    System.out.println(SNAP + "shown");
    return "trap";
  }
}
