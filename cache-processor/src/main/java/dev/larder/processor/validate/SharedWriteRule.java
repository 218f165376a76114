package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.RecordedUse;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A put or an evict has the key, and a put the value type, of reads in other types. */
final class SharedWriteRule implements CompilationRule {
  private final Types types;
  private final Elements elements;

  SharedWriteRule(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  @Override
  public void check(List<RecordedUse> uses, Findings findings) {
    for (RecordedUse write : uses) {
      if (!write.isRead()) {
        read(uses, write).ifPresent(read -> check(read, write, findings));
      }
    }
  }

  /** The read to compare with, unless the write's own type has one, with which it was compared. */
  private static Optional<RecordedUse> read(List<RecordedUse> uses, RecordedUse write) {
    List<RecordedUse> reads =
        uses.stream().filter(RecordedUse::isRead).filter(write::meets).toList();
    return reads.stream().anyMatch(read -> read.type().equals(write.type()))
        ? Optional.empty()
        : reads.stream().findFirst();
  }

  private void check(RecordedUse read, RecordedUse write, Findings findings) {
    if (write.key().isPresent() && read.key().isPresent() && !write.key().equals(read.key())) {
      findings.add(
          Problem.KEY_MISMATCH,
          write,
          "include",
          OtherTypes.text(write),
          write.cache().name(),
          write.keyText().orElseThrow(),
          OtherTypes.text(read),
          "reads",
          read.keyText().orElseThrow(),
          KeyMend.of(write.operation(), read.keyText().orElseThrow()));
    }
    if (write.value().isPresent() && read.value().isPresent() && !fits(write, read)) {
      findings.add(
          Problem.PUT_VALUE_MISMATCH,
          write,
          "value",
          OtherTypes.text(write),
          write.value().orElseThrow(),
          write.cache().name(),
          OtherTypes.text(read),
          "reads",
          read.value().orElseThrow());
    }
  }

  private boolean fits(RecordedUse write, RecordedUse read) {
    String given = write.value().orElseThrow();
    String held = read.value().orElseThrow();
    return given.equals(held) || isImplementation(raw(given), raw(held));
  }

  /** Only an interface is held by way of its subtypes; their type arguments are left to javac. */
  private boolean isImplementation(Optional<TypeElement> given, Optional<TypeElement> held) {
    return given.isPresent()
        && held.isPresent()
        && !given.equals(held)
        && held.get().getKind().isInterface()
        && types.isSubtype(types.erasure(given.get().asType()), types.erasure(held.get().asType()));
  }

  private Optional<TypeElement> raw(String text) {
    return Optional.ofNullable(elements.getTypeElement(text.replaceFirst("<.*", "")));
  }
}
