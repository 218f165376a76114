package dev.larder.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Javac's syntax trees, read before they are attributed: names and numbers of arguments. */
final class TreeSources implements Sources {
  private final Trees trees;

  private TreeSources(Trees trees) {
    this.trees = trees;
  }

  /** The trees of this compilation; throws where there are none. */
  static TreeSources of(ProcessingEnvironment environment) {
    return new TreeSources(Trees.instance(environment));
  }

  @Override
  public boolean has(Element element) {
    return trees.getTree(element) != null;
  }

  @Override
  public List<OwnCall> ownCalls(TypeElement type) {
    List<OwnCall> calls = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      MethodTree tree = trees.getTree(method);
      if (tree != null) {
        new CallScanner(method).scan(tree, calls);
      }
    }
    return calls;
  }

  /** Gathers the calls in one method; a nested class has another {@code this}. */
  private static final class CallScanner extends TreeScanner<Void, List<OwnCall>> {
    private final ExecutableElement caller;

    CallScanner(ExecutableElement caller) {
      this.caller = caller;
    }

    @Override
    public Void visitClass(ClassTree nested, List<OwnCall> calls) {
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, List<OwnCall> calls) {
      ownName(call.getMethodSelect())
          .ifPresent(name -> calls.add(new OwnCall(caller, name, call.getArguments().size())));
      return super.visitMethodInvocation(call, calls);
    }

    private static Optional<String> ownName(ExpressionTree selected) {
      if (selected instanceof IdentifierTree name) {
        return Optional.of(name.getName().toString());
      }
      return selected instanceof MemberSelectTree member
              && member.getExpression().toString().equals("this")
          ? Optional.of(member.getIdentifier().toString())
          : Optional.empty();
    }
  }
}
