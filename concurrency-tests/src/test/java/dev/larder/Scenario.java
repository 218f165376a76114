package dev.larder;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * Operations of two threads side by side, with some before and some after them; each is written as
 * its name and its numbers, {@code "find 0"}.
 */
record Scenario(List<String> before, List<List<String>> threads, List<String> after) {
  /** One thread's operations beside another's. */
  static Scenario of(List<String> one, List<String> other) {
    return new Scenario(List.of(), List.of(one, other), List.of());
  }

  /** After these operations. */
  Scenario after(String... operations) {
    return new Scenario(List.of(operations), threads, after);
  }

  /** And then these operations. */
  Scenario then(String... operations) {
    return new Scenario(before, threads, List.of(operations));
  }

  /** As Lincheck takes it, with the operations of a class. */
  ExecutionScenario on(Class<?> type) {
    List<List<Actor>> parallel = new ArrayList<>();
    threads.forEach(thread -> parallel.add(actors(type, thread)));
    return new ExecutionScenario(
        actors(type, before),
        parallel,
        actors(type, after),
        new Actor(method(type, "idle"), List.of()));
  }

  private static List<Actor> actors(Class<?> type, List<String> operations) {
    return operations.stream().map(operation -> actor(type, operation.split(" "))).toList();
  }

  private static Actor actor(Class<?> type, String[] words) {
    List<Integer> numbers = Arrays.stream(words).skip(1).map(Integer::valueOf).toList();
    return new Actor(method(type, words[0]), numbers);
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no operation " + name));
  }
}
