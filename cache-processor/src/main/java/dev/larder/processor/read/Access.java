package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.Visibility;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/** Says what generated code in a package can reach. */
public final class Access {
  private final PackageElement from;

  public Access(PackageElement from) {
    this.from = from;
  }

  /** Whether a class of the package that extends nothing of it can name this element. */
  public boolean reaches(Element element) {
    return switch (Visibility.effectiveVisibilityOfElement(element)) {
      case PUBLIC -> true;
      case PROTECTED, DEFAULT -> MoreElements.getPackage(element).equals(from);
      case PRIVATE -> false;
    };
  }

  /** The package, in words. */
  public String where() {
    return from.isUnnamed() ? "the unnamed package" : "package " + from.getQualifiedName();
  }
}
