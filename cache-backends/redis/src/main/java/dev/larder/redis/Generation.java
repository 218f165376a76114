package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The present generation of a cache's entries: a random number, replaced by another when the cache
 * is cleared. Scripts of the cache are run by this.
 */
interface Generation {
  /**
   * What is to be done to some entries.
   *
   * @param keys of values and leases; in a cluster all in one slot
   * @param arguments beside the generation
   * @param message which the same step tells; null for none, and where steps tell nothing
   */
  record Task(
      Script script,
      List<String> keys,
      List<byte[]> arguments,
      Repeat repeat,
      @Nullable Message message) {
    Task(Script script, List<String> keys, List<byte[]> arguments, Repeat repeat) {
      this(script, keys, arguments, repeat, null);
    }

    /** The same, and what it tells. */
    Task telling(Message told) {
      return new Task(script, keys, arguments, repeat, told);
    }

    /** For messages; without values. */
    String description() {
      return keys.isEmpty() ? script.toString() : script + " of \"" + keys.get(0) + "\"";
    }

    /** As scripts take them: the generation goes first. */
    Object[] arguments(byte[] generation, byte[]... last) {
      List<Object> all = new ArrayList<>(arguments.size() + 1 + last.length);
      all.add(generation);
      all.addAll(arguments);
      all.addAll(List.of(last));
      return all.toArray();
    }
  }

  /** For messages. */
  static String description(List<Task> tasks) {
    String first = tasks.get(0).description();
    return tasks.size() == 1 ? first : first + " and " + (tasks.size() - 1) + " more";
  }

  /**
   * What was done.
   *
   * @param generation in which it was; empty where scripts find that themselves
   */
  @SuppressWarnings("ArrayRecordComponent") // is handed on, and never compared
  record Done(byte[] generation, List<Object> reply) {}

  /** How many keys of values a task may have. */
  int keysOfTask();

  /** Does it in the present generation. */
  Done run(Task task);

  /** What a reply says to each question, in their order. */
  interface Reading<Q, A> {
    List<A> answers(List<Q> questions, Done done);
  }

  /**
   * Reads that are asked for one by one, by many threads.
   *
   * @param task how several of them are told to a script
   */
  default <Q, A> Function<Q, A> reads(Function<List<Q>, Task> task, Reading<Q, A> reading) {
    return question -> {
      List<Q> alone = List.of(question);
      return reading.answers(alone, run(task.apply(alone))).get(0);
    };
  }

  /**
   * Changes that are asked for one by one, by many threads.
   *
   * @param alone makes one by itself
   * @param task how several of them are told to a script, where that is done
   * @param repeat after which failures of that each may be made alone
   */
  default <Q, A> Function<Q, A> changes(
      Function<Q, A> alone, Function<List<Q>, Task> task, Reading<Q, A> reading, Repeat repeat) {
    return alone;
  }

  /** Does each in the present generation, in one round trip to each server. */
  List<Done> runAll(List<Task> tasks);

  /**
   * Does each once, whichever generation is taken for the present one, in one round trip to each
   * server. The scripts' replies begin with the generation, which is made the present one.
   */
  List<List<Object>> report(List<Task> tasks);

  /**
   * Does it in the generation of a lease.
   *
   * @return what the script, which knows no more than {@code {0}} and {@code {1}}, said; false if
   *     that is not the present generation any more
   */
  boolean holds(byte[] generation, Task task);

  /**
   * Makes all entries and leases absent.
   *
   * @param message which the same step tells, where steps tell something
   */
  void clear(@Nullable Message message);

  /** How changes of these entries are told. */
  Telling telling(Announcement announcement, RedisMessages messages);
}
