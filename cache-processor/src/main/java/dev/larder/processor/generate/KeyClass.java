package dev.larder.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A nested class for the keys of one shape.
 *
 * @param type the class
 * @param shape the names of its parts' types
 * @param fields its fields in order
 */
record KeyClass(ClassName type, List<String> shape, List<Field> fields) {
  /** A part's field; the type is primitive where no key of the shape can lack the part. */
  record Field(String name, TypeName type) {}

  KeyClass {
    shape = List.copyOf(shape);
    fields = List.copyOf(fields);
  }
}
