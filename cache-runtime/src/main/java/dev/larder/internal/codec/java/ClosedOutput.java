package dev.larder.internal.codec.java;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Writes objects of admitted classes alone: others could not be read back. */
final class ClosedOutput extends ObjectOutputStream {
  private final Admitted admitted;
  private boolean isGivenUp;

  ClosedOutput(OutputStream bytes, Admitted admitted) throws IOException {
    super(bytes);
    this.admitted = admitted;
  }

  @Override
  protected void annotateClass(Class<?> type) throws IOException {
    if (admitted.find(type.getName()) != type) {
      giveUp(type, "not among the classes that values are known to be made of");
    }
  }

  @Override
  protected void annotateProxyClass(Class<?> type) throws IOException {
    giveUp(type, "a proxy is not written");
  }

  /** The JDK writes the exception as an object after what there is; that must not hide it. */
  private void giveUp(Class<?> type, String reason) throws InvalidClassException {
    if (!isGivenUp) {
      isGivenUp = true;
      throw new InvalidClassException(type.getName(), reason);
    }
  }
}
