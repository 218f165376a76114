package dev.larder.processor.model;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * How the values of a cache are written to bytes.
 *
 * @param type the type of the values, without wildcards and variables
 * @param root how they are written
 * @param classes the records and classes among what they hold, by their keys
 * @param reached every type that something in a value may be of, without wildcards and variables
 */
public record StoredModel(
    TypeMirror type, Written root, List<WrittenClass> classes, List<TypeMirror> reached) {
  public StoredModel {
    classes = List.copyOf(classes);
    reached = List.copyOf(reached);
  }
}
