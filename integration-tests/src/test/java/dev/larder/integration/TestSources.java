package dev.larder.integration;

import static java.util.stream.Collectors.groupingBy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of all tests, parsed. Types go by their simple names, which two may share. */
final class TestSources {
  private final Map<String, List<ClassTree>> types;

  private TestSources(Stream<ClassTree> types) {
    this.types = types.collect(groupingBy(type -> type.getSimpleName().toString()));
  }

  /** Those of every module, and the contracts, which the testkit publishes. */
  static TestSources read() {
    List<Path> files =
        Repository.files(".java").stream()
            .filter(TestSources::isTest)
            .map(Repository.ROOT::resolve)
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      return new TestSources(units(task).flatMap(unit -> classes(unit.getTypeDecls())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTest(Path file) {
    return file.toString().contains("src/test/") || file.startsWith("cache-testkit/src/main");
  }

  private static Stream<? extends CompilationUnitTree> units(JavacTask task) throws IOException {
    return StreamSupport.stream(task.parse().spliterator(), false);
  }

  private static Stream<ClassTree> classes(List<? extends Tree> trees) {
    return trees.stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast);
  }

  /** Whether there is what a page names: {@code Type}, or a test of it, {@code Type#method}. */
  boolean have(String name) {
    int end = name.indexOf('#');
    return end < 0
        ? types.containsKey(name)
        : of(name.substring(0, end)).anyMatch(name.substring(end + 1)::equals);
  }

  /** The names of all tests. */
  Stream<String> all() {
    return types.values().stream().flatMap(List::stream).flatMap(TestSources::declared);
  }

  /** The names of a type's tests, its own and those that it inherits; none if there is no type. */
  Stream<String> of(String type) {
    return types.getOrDefault(type, List.of()).stream()
        .flatMap(tree -> Stream.concat(declared(tree), inherited(tree)));
  }

  private static Stream<String> declared(ClassTree type) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(TestSources::isTest)
        .map(method -> method.getName().toString());
  }

  private static boolean isTest(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(each -> each.getAnnotationType().toString().matches("\\w*Test(Factory)?"));
  }

  private Stream<String> inherited(ClassTree type) {
    return Stream.concat(Stream.ofNullable(type.getExtendsClause()), interfaces(type))
        .map(parent -> parent instanceof ParameterizedTypeTree of ? of.getType() : parent)
        .flatMap(parent -> of(parent.toString()));
  }

  private static Stream<? extends Tree> interfaces(ClassTree type) {
    return type.getImplementsClause().stream();
  }
}
