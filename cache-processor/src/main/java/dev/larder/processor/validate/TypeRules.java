package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.Sources;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** All that must hold of one type, in the order in which it is told. */
public final class TypeRules {
  private final List<TypeRule> rules;

  private TypeRules(List<TypeRule> rules) {
    this.rules = rules;
  }

  /** The rules, asking this environment. */
  public static TypeRules of(ProcessingEnvironment environment) {
    Types types = environment.getTypeUtils();
    Elements elements = environment.getElementUtils();
    Sources sources = Sources.of(environment);
    return new TypeRules(
        List.of(
            new DecoratableTypeRule(types, elements, sources),
            new DecoratableMethodRule(),
            new InstancesRule(elements),
            new BlankNameRule(),
            new NamedCacheRule(),
            new OverloadRule(),
            new CacheTwiceRule(),
            new TtlRule(),
            new JitterRule(),
            new SettingTwiceRule(),
            new DefaultsRule(),
            new EvictAllRule(),
            new EvictOwnReadRule(),
            new NamedTwiceRule(),
            new GuardRule(types, elements),
            new OneChainRule(),
            new OneValueRule(),
            new OneKeyRule(),
            new WriteKeyRule(),
            new PutValueRule(types),
            new OpenValueRule(),
            new UnwritableValueRule(),
            new HiddenValueRule(),
            new MutableValueRule(),
            new SelfCallRule(types, elements, sources)));
  }

  /** Adds everything that does not hold. */
  public void check(ServiceModel type, Problems problems) {
    rules.forEach(rule -> rule.check(type, problems));
  }
}
