package dev.larder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.larder.internal.load.StackReserve;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Lincheck's model checker as these tests use it: it makes up scenarios of operations, and runs
 * each in many orders of the threads' steps, the same ones every time.
 */
final class ModelChecking {
  private static final boolean FULL = Boolean.getBoolean("larder.full");

  /**
   * Who waits for a lock of the JDK tries it in a loop, parked in between, and others may take it
   * more often than the 50 times after which the checker takes a loop for one without end.
   */
  private static final int MOST_TRIES = 1_000;

  private ModelChecking() {}

  /**
   * Fails if an order is found whose results no order of whole operations gives, or that hangs: in
   * the given scenarios, and in others made up of the same operations.
   */
  static void explore(Class<?> operations, Class<?> sequential, Scenario... known) {
    explore(options(sequential, FULL ? 10 : 5, FULL ? 500 : 250), operations, known);
  }

  /** The same where each order takes long: fewer of them, but in the full tier. */
  static void exploreSome(Class<?> operations, Class<?> sequential, Scenario... known) {
    explore(options(sequential, FULL ? 10 : 1, FULL ? 500 : 150), operations, known);
  }

  private static void explore(
      ModelCheckingOptions options, Class<?> operations, Scenario... known) {
    for (Scenario scenario : known) {
      options.addCustomScenario(scenario.on(operations));
    }
    options.loopBound(MOST_TRIES).check(operations);
  }

  /** Fails unless such an order is found in the scenario. */
  static void findBroken(Class<?> operations, Class<?> sequential, Scenario known) {
    ModelCheckingOptions options =
        options(sequential, 0, 20_000)
            .minimizeFailedScenario(false)
            .addCustomScenario(known.on(operations));
    assertThatThrownBy(() -> options.check(operations)).isInstanceOf(LincheckAssertionError.class);
  }

  private static ModelCheckingOptions options(
      Class<?> sequential, int scenarios, int ordersOfEach) {
    return new ModelCheckingOptions()
        .iterations(scenarios)
        .invocationsPerIteration(ordersOfEach)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .sequentialSpecification(sequential)
        // The JDK's own steps between taking a lock and giving it back are not what is in question.
        .addGuarantee(
            forClasses(ConcurrentHashMap.class.getName())
                .methods("initTable", "addCount", "tabAt", "casTabAt", "setTabAt", "spread")
                .ignore())
        .addGuarantee(forClasses(LongAdder.class.getName()).allMethods().ignore())
        // Its recursion, which touches nothing shared, would be taken for a loop without end.
        .addGuarantee(forClasses(StackReserve.class.getName()).allMethods().ignore());
  }
}
