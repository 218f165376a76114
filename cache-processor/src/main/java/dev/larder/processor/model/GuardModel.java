package dev.larder.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A boolean method that {@code condition} or {@code unless} names.
 *
 * @param name as the annotation gives it
 * @param method the method; empty if none of that name fits
 * @param arguments the names of the parameters it is given; none for {@code unless}, which is given
 *     the result
 */
public record GuardModel(String name, Optional<ExecutableElement> method, List<String> arguments) {

  public GuardModel {
    arguments = List.copyOf(arguments);
  }
}
