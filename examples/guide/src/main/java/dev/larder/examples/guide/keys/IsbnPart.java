package dev.larder.examples.guide.keys;

import dev.larder.KeyPart;

/** The text of a book's number in keys. */
// region part
final class IsbnPart implements KeyPart<Isbn> {
  @Override
  public String format(Isbn isbn) {
    return isbn.digits();
  }

  @Override
  public Isbn parse(String text) {
    return Isbn.ofDigits(text);
  }
}
// endregion
