package dev.larder.processor.diagnostic;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Places the caret on repeated annotations of methods. Javac's own messages lose them: it looks for
 * the annotation that contains them, which nobody wrote.
 */
final class TreeTeller implements Teller {
  private final Trees trees;
  private final Teller plain;

  private TreeTeller(Trees trees, Teller plain) {
    this.trees = trees;
    this.plain = plain;
  }

  /** One that tells all else by {@code plain}; throws where there are no trees. */
  static TreeTeller of(ProcessingEnvironment environment, Teller plain) {
    return new TreeTeller(Trees.instance(environment), plain);
  }

  @Override
  public void tell(Diagnostic.Kind kind, String text, Place place, Element subject) {
    TreePath path = trees.getPath(place.element());
    if (path == null) {
      plain.tell(kind, text, Place.of(subject), subject);
      return;
    }
    Optional<? extends Tree> tree = repeated(place, path);
    if (tree.isPresent()) {
      trees.printMessage(kind, text, tree.get(), path.getCompilationUnit());
    } else {
      plain.tell(kind, text, place, subject);
    }
  }

  private static Optional<? extends Tree> repeated(Place place, TreePath path) {
    if (place.annotation().isEmpty() || !(path.getLeaf() instanceof MethodTree method)) {
      return Optional.empty();
    }
    AnnotationMirror wanted = place.annotation().get();
    String name = place.annotationName();
    return Repetition.of(place.element(), wanted)
        .flatMap(
            index ->
                method.getModifiers().getAnnotations().stream()
                    .filter(tree -> isNamed(tree, name))
                    .skip(index)
                    .findFirst())
        .map(tree -> place.value().flatMap(value -> value(tree, wanted, value)).orElse(tree));
  }

  private static boolean isNamed(AnnotationTree tree, String name) {
    String written = tree.getAnnotationType().toString();
    return written.equals(name) || written.endsWith("." + name);
  }

  private static Optional<Tree> value(
      AnnotationTree tree, AnnotationMirror annotation, AnnotationValue wanted) {
    return Written.of(annotation, wanted)
        .flatMap(
            written ->
                tree.getArguments().stream()
                    .filter(argument -> name(argument).equals(written.attribute()))
                    .map(argument -> item(argument, written.index()))
                    .findFirst());
  }

  private static String name(ExpressionTree argument) {
    return argument instanceof AssignmentTree assignment
            && assignment.getVariable() instanceof IdentifierTree name
        ? name.getName().toString()
        : "value";
  }

  private static Tree item(ExpressionTree argument, int index) {
    Tree value =
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    List<? extends Tree> items =
        value instanceof NewArrayTree array ? array.getInitializers() : List.of();
    return index >= 0 && index < items.size() ? items.get(index) : value;
  }
}
