package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.read.TypeText;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** All objects of a type share its entries, so no read may depend on which of them is asked. */
final class InstancesRule implements TypeRule {
  private final Elements elements;

  InstancesRule(Elements elements) {
    this.elements = elements;
  }

  @Override
  public void check(ServiceModel type, Problems problems) {
    Name name = type.element().getSimpleName();
    for (MethodUse<Read> read : MethodUse.outermost(type)) {
      if (isOfObject(read.method())) {
        problems.add(Problem.METHOD_OF_OBJECT, read.place(), read.text(), name);
      } else if (!type.interfaces().isEmpty() && hasDifferentValues(type.element())) {
        String kind = type.element().getKind().name().toLowerCase(Locale.ROOT);
        problems.add(Problem.INSTANCES_SHARE, read.place(), kind, name, read.text());
      }
    }
  }

  /** Also where an interface declares it again. */
  private boolean isOfObject(MethodModel method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .filter(one -> one.getSimpleName().contentEquals(method.name()))
        .anyMatch(one -> parameters(one).equals(parameters(method.element())));
  }

  private static List<String> parameters(ExecutableElement method) {
    return ((ExecutableType) method.asType())
        .getParameterTypes().stream().map(TypeText::of).toList();
  }

  private static boolean hasDifferentValues(TypeElement type) {
    return !type.getRecordComponents().isEmpty()
        || type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .count()
            > 1;
  }
}
