package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.Mode;
import dev.larder.processor.model.ServiceModel;
import java.util.List;
import javax.lang.model.element.Element;

/** The generated class as all rules see it: the service, and the names that were given. */
final class Decorator {
  /** The field that holds what the class delegates to. */
  static final String DELEGATE = "delegate";

  /** What generated code writes by its simple name without an import. */
  private static final List<String> PLATFORMS =
      List.of(
          "Boolean",
          "Byte",
          "CharSequence",
          "Character",
          "Class",
          "Deprecated",
          "Double",
          "Exception",
          "Float",
          "IndexOutOfBoundsException",
          "Integer",
          "Iterable",
          "Long",
          "Object",
          "Override",
          "RuntimeException",
          "Short",
          "String",
          "SuppressWarnings",
          "Throwable");

  private final ServiceModel service;
  private final Lookup lookup;
  private final Marks marks;
  private final ClassName name;
  private final CacheMembers caches;
  private final PartConstants parts;
  private final KeyClasses keys;
  private final LintTokens lints;
  private final NameAllocator methodNames;

  Decorator(ServiceModel service, Lookup lookup) {
    this.service = service;
    this.lookup = lookup;
    this.marks = Marks.seenFrom(lookup);
    this.name = ClassName.get(service.packageName(), service.generatedName());
    NameAllocator names = new NameAllocator();
    names.newName(DELEGATE);
    names.newName("Factory");
    this.caches = new CacheMembers(service, names);
    this.parts = new PartConstants(service, names);
    this.keys = new KeyClasses(service, name, names);
    this.lints = new LintTokens(lookup.elements(), service.element());
    this.methodNames = new NameAllocator();
    lookup.elements().getAllMembers(service.element()).stream()
        .map(Element::getSimpleName)
        .map(Object::toString)
        .distinct()
        .forEach(methodNames::newName);
  }

  ServiceModel service() {
    return service;
  }

  Lookup lookup() {
    return lookup;
  }

  Marks marks() {
    return marks;
  }

  ClassName name() {
    return name;
  }

  /** The class that says how the values of the caches are written. */
  ClassName valuesName() {
    return ClassName.get(service.packageName(), service.valuesName());
  }

  CacheMembers caches() {
    return caches;
  }

  PartConstants parts() {
    return parts;
  }

  KeyClasses keys() {
    return keys;
  }

  LintTokens lints() {
    return lints;
  }

  /** Whether it extends the decorated class. */
  boolean isSubclass() {
    return service.mode() == Mode.SUBCLASS;
  }

  /** The decorated type with its type variables. */
  TypeName serviceType() {
    return TypeNames.plain().of(service.type());
  }

  /** The names of classes in {@code java.lang} that a type of the user's package has, too. */
  String[] namesakes() {
    String home = service.packageName().isEmpty() ? "" : service.packageName() + ".";
    return PLATFORMS.stream()
        .filter(name -> lookup.elements().getTypeElement(home + name) != null)
        .toArray(String[]::new);
  }

  /** A name for one more private method; overloads share it. */
  String methodName(String wish) {
    String tag = "larder:" + wish;
    try {
      return methodNames.get(tag);
    } catch (IllegalArgumentException unknown) {
      return methodNames.newName(wish, tag);
    }
  }
}
