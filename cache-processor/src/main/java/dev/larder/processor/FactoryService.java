package dev.larder.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.diagnostic.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Registers the generated factories, by which {@code CacheManager.decorate} finds decorators. */
final class FactoryService {
  private static final String SERVICE = "dev.larder.DecoratorFactory";
  private static final String FILE = "META-INF/services/" + SERVICE;
  private static final String FACTORY = "Factory";

  private final Filer filer;
  private final Elements elements;
  private final ProblemPrinter printer;

  FactoryService(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
    this.printer = new ProblemPrinter(environment);
  }

  /** Writes the service file for these generated classes, and says what a module lacks. */
  void write(Collection<TypeElement> generated) {
    Set<String> lines = new TreeSet<>(stillThere());
    generated.forEach(type -> lines.add(elements.getBinaryName(type) + "$" + FACTORY));
    try (Writer out = file(generated).openWriter()) {
      for (String line : lines) {
        out.write(line + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generated.stream()
        .filter(this::isInNamedModule)
        .collect(groupingBy(elements::getModuleOf, LinkedHashMap::new, toList()))
        .forEach(this::checkProvides);
  }

  private FileObject file(Collection<TypeElement> generated) throws IOException {
    Element[] origins = generated.toArray(new Element[0]);
    return filer.createResource(StandardLocation.CLASS_OUTPUT, "", FILE, origins);
  }

  /** What an earlier, wider compilation registered and is still there: an IDE compiles in parts. */
  private List<String> stillThere() {
    try {
      FileObject before = filer.getResource(StandardLocation.CLASS_OUTPUT, "", FILE);
      return before
          .getCharContent(true)
          .toString()
          .lines()
          .filter(line -> elements.getTypeElement(line.replace('$', '.')) != null)
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private boolean isInNamedModule(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    return module != null && !module.isUnnamed();
  }

  private void checkProvides(ModuleElement module, List<TypeElement> generated) {
    List<String> provided = new ArrayList<>();
    for (ProvidesDirective provides : ElementFilter.providesIn(module.getDirectives())) {
      provides.getImplementations().forEach(one -> provided.add(one.getQualifiedName().toString()));
    }
    List<String> factories =
        generated.stream().map(type -> type.getQualifiedName() + "." + FACTORY).toList();
    if (!provided.containsAll(factories)) {
      Problems problems = new Problems();
      problems.add(
          Problem.PROVIDES_MISSING,
          Place.of(module),
          module.getQualifiedName(),
          factories.stream().collect(joining(", ")));
      printer.print(problems, module);
    }
  }
}
