package dev.larder.internal.config;

/** A setting that cannot be, told in one sentence that holds no password. */
public final class RefusedSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String told;

  /** With what is wrong, where, and how it is mended. */
  public RefusedSetting(String told) {
    super(told);
    this.told = told;
  }

  /** What is wrong. */
  public String told() {
    return told;
  }
}
