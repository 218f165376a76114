package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.model.RecordedUse;
import dev.larder.processor.read.RecordedUseReader;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * All that must hold between the types of a compilation, read from the models that generated
 * classes carry. What concerns one type alone is left to {@link TypeRules}.
 */
public final class CompilationRules {
  private final RecordedUseReader reader;
  private final ProblemPrinter printer;
  private final List<CompilationRule> rules;

  private CompilationRules(
      RecordedUseReader reader, ProblemPrinter printer, List<CompilationRule> rules) {
    this.reader = reader;
    this.printer = printer;
    this.rules = rules;
  }

  /** The rules, asking and answering this environment. */
  public static CompilationRules of(ProcessingEnvironment environment) {
    Types types = environment.getTypeUtils();
    Elements elements = environment.getElementUtils();
    return new CompilationRules(
        new RecordedUseReader(types, elements),
        new ProblemPrinter(environment),
        List.of(
            new SharedChainRule(),
            new SharedValueRule(),
            new SharedKeyRule(),
            new SharedSettingRule(),
            new SharedWriteRule(types, elements),
            new MatchedEvictRule()));
  }

  /**
   * Prints everything that does not hold.
   *
   * @param generated the generated classes of the whole compilation, in a stable order
   */
  public void check(Collection<TypeElement> generated) {
    List<RecordedUse> uses =
        generated.stream().flatMap(type -> reader.read(type).stream()).toList();
    Findings findings = new Findings();
    rules.forEach(rule -> rule.check(uses, findings));
    findings.print(printer);
  }
}
