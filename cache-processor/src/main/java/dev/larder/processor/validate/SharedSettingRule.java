package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.RecordedUse;
import java.util.List;
import java.util.Optional;

/** All types that state a setting of a cache state the same. */
final class SharedSettingRule implements CompilationRule {
  @Override
  public void check(List<RecordedUse> uses, Findings findings) {
    for (RecordedUse use : uses) {
      for (String stated : use.settings()) {
        OtherTypes.before(uses, use, (other, own) -> other.meets(own) && differs(other, stated))
            .ifPresent(other -> report(other, use, stated, findings));
      }
    }
  }

  private static boolean differs(RecordedUse other, String stated) {
    return same(other, stated).filter(setting -> !setting.equals(stated)).isPresent();
  }

  private static Optional<String> same(RecordedUse other, String stated) {
    return other.settings().stream()
        .filter(setting -> name(setting).equals(name(stated)))
        .findFirst();
  }

  private static void report(RecordedUse other, RecordedUse use, String stated, Findings findings) {
    findings.add(
        Problem.SETTING_TWICE,
        use,
        name(stated),
        use.cache().name(),
        same(other, stated).orElseThrow().replace("=", " = "),
        OtherTypes.text(other),
        stated.replace("=", " = "),
        OtherTypes.text(use));
  }

  private static String name(String stated) {
    return stated.substring(0, stated.indexOf('='));
  }
}
