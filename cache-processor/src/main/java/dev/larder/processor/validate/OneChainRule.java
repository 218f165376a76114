package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cache's name stands for one chain, unless one method is stacked on several. */
final class OneChainRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    Map<String, MethodUse<UseModel>> first = new HashMap<>();
    MethodUse.all(type)
        .filter(use -> use.cache().chain().isPresent())
        .forEach(
            use -> {
              MethodUse<UseModel> other = first.putIfAbsent(use.cache().name(), use);
              if (other != null
                  && !other.cache().equals(use.cache())
                  && !stacked(type, other, use)) {
                report(other, use, problems);
              }
            });
  }

  private static boolean stacked(
      ServiceModel type, MethodUse<UseModel> earlier, MethodUse<UseModel> later) {
    return type.methods().stream()
        .map(OneChainRule::asked)
        .anyMatch(asked -> asked.contains(earlier.cache()) && asked.contains(later.cache()));
  }

  private static List<CacheId> asked(MethodModel method) {
    return method.reads().stream().map(Read::cache).toList();
  }

  private static void report(
      MethodUse<UseModel> other, MethodUse<UseModel> use, Problems problems) {
    problems.add(
        Problem.CACHE_TWO_CHAINS,
        use.place().at("using"),
        use.cache().name(),
        other.cache().chain().orElseThrow(),
        other.text(),
        use.cache().chain().orElseThrow(),
        use.text());
  }
}
