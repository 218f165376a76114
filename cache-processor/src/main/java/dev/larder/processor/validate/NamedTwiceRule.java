package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import java.util.List;

/** Each part of a key is named once. */
final class NamedTwiceRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    MethodUse.all(type)
        .filter(use -> use.states("include"))
        .forEach(use -> use.use().key().ifPresent(key -> check(use, key, problems)));
  }

  private static void check(MethodUse<UseModel> use, KeyModel key, Problems problems) {
    List<String> paths = key.parts().stream().map(part -> part.path().text()).toList();
    for (int i = 0; i < paths.size(); i++) {
      if (paths.indexOf(paths.get(i)) < i) {
        problems.add(
            Problem.KEY_NAMED_TWICE, use.place().at("include", i), use.annotation(), paths.get(i));
      }
    }
  }
}
