package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Says whether generated code can make an instance of a key part's class. */
final class KeyPartFitness {
  private final Access access;

  KeyPartFitness(TypeElement service) {
    this.access = new Access(MoreElements.getPackage(service));
  }

  /** What a class lacks; empty, if it lacks nothing. */
  Optional<String> lack(TypeElement keyPart) {
    if (keyPart.getKind() != ElementKind.CLASS && keyPart.getKind() != ElementKind.RECORD) {
      return Optional.of("it is not a class; name a class with a constructor without parameters");
    }
    if (keyPart.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of("it is abstract; name a class that can be made");
    }
    if (keyPart.getNestingKind().isNested() && !keyPart.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of("it is an inner class; make it static");
    }
    if (!access.reaches(keyPart)) {
      return Optional.of("generated code cannot see it; make it visible to " + access.where());
    }
    return ElementFilter.constructorsIn(keyPart.getEnclosedElements()).stream().anyMatch(this::fits)
        ? Optional.empty()
        : Optional.of(
            "it has no constructor without parameters that "
                + access.where()
                + " can call; add one");
  }

  private boolean fits(ExecutableElement constructor) {
    return constructor.getParameters().isEmpty() && access.reaches(constructor);
  }
}
