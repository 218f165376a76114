package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import java.util.HashMap;
import java.util.Map;

/** Overloads do not share a cache by their own name. */
final class OverloadRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    Map<String, MethodUse<Read>> first = new HashMap<>();
    for (MethodUse<Read> read : MethodUse.reads(type)) {
      if (isUnnamed(type, read)) {
        MethodUse<Read> other = first.putIfAbsent(read.cache().name(), read);
        if (other != null && !other.method().equals(read.method())) {
          problems.add(
              Problem.OVERLOAD_UNNAMED,
              read.place(),
              other.text(),
              read.text(),
              read.cache().name());
        }
      }
    }
  }

  /** Whether a read's cache has its name from the method. */
  static boolean isUnnamed(ServiceModel type, MethodUse<Read> read) {
    String byMethod = type.element().getQualifiedName() + "." + read.method().name();
    return read.cache().name().equals(byMethod) && !read.states("name");
  }
}
