package dev.larder.processor.read;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** For compilers that show no source. */
final class NoSources implements Sources {
  @Override
  public boolean has(Element element) {
    return false;
  }

  @Override
  public List<OwnCall> ownCalls(TypeElement type) {
    return List.of();
  }
}
