package dev.larder.processor.diagnostic;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Tells by the means that every compiler has. */
final class MessagerTeller implements Teller {
  private final Messager messager;

  MessagerTeller(Messager messager) {
    this.messager = messager;
  }

  @Override
  public void tell(Diagnostic.Kind kind, String text, Place place, Element subject) {
    if (place.annotation().isEmpty()) {
      messager.printMessage(kind, text, place.element());
    } else if (place.value().isEmpty()) {
      messager.printMessage(kind, text, place.element(), place.annotation().get());
    } else {
      messager.printMessage(
          kind, text, place.element(), place.annotation().get(), place.value().get());
    }
  }
}
