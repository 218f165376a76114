package dev.larder.redis;

import dev.larder.CacheConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The generation in a cluster, where no script sees both a value and a marker in another slot. Each
 * group of consecutive slots has a copy of the marker, with a number of its own, mostly on the node
 * of the values. A script is given the number that this process knows, and the copy is read beside
 * it: if it says another number, what was done counts for nothing, and is done again.
 */
final class MarkerCopies implements Generation {
  /** As many as there may be nodes of equal size without a marker too far away. */
  private static final int GROUPS = 64;

  /** A cache that is cleared oftener than that while one command waits is not usable. */
  private static final int TRIES = 20;

  /** What no generation is. */
  private static final byte[] MISSING = {};

  private final RedisLink link;
  private final Numbers numbers;
  private final List<String> markers;
  private final AtomicReferenceArray<byte @Nullable []> known = new AtomicReferenceArray<>(GROUPS);

  MarkerCopies(RedisLink link, Numbers numbers, CacheKeys keys) {
    this.link = link;
    this.numbers = numbers;
    this.markers =
        IntStream.range(0, GROUPS).mapToObj(group -> keys.marker(group, GROUPS)).toList();
  }

  @Override
  public int keysOfTask() {
    return 1;
  }

  private static int group(Task task) {
    return Slot.of(task.keys().get(0)) / (Slot.COUNT / GROUPS);
  }

  @Override
  public Done run(Task task) {
    return runAll(List.of(task)).get(0);
  }

  @Override
  public List<Done> runAll(List<Task> tasks) {
    Done[] done = new Done[tasks.size()];
    List<Integer> left = IntStream.range(0, done.length).boxed().toList();
    for (int tries = 0; tries < TRIES; tries++) {
      List<Task> now = left.stream().map(tasks::get).toList();
      Round round = round(now);
      List<Integer> outdated = new ArrayList<>();
      for (int i = 0; i < now.size(); i++) {
        if (round.isPresent(i)) {
          done[left.get(i)] = new Done(round.used.get(i), round.replies.get(i));
        } else {
          outdated.add(left.get(i));
        }
      }
      if (outdated.isEmpty()) {
        return Arrays.asList(done);
      }
      left = outdated;
    }
    throw new CacheConnectionException(
        "the cache is cleared all the time: " + markers.get(0), RedisFaults.STORE, null);
  }

  @Override
  public List<List<Object>> report(List<Task> tasks) {
    Round round = round(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      round.replies.get(i).set(0, round.now.get(i));
    }
    return round.replies;
  }

  @Override
  public boolean holds(byte[] generation, Task task) {
    Round round = round(List.of(task), List.of(generation));
    return round.isPresent(0) && Frame.flag(round.replies.get(0));
  }

  /**
   * One pipeline.
   *
   * @param used the generation in which each task was done
   * @param now the generation that its copy of the marker told
   */
  private record Round(List<byte[]> used, List<byte[]> now, List<List<Object>> replies) {
    boolean isPresent(int task) {
      return Arrays.equals(used.get(task), now.get(task));
    }
  }

  private Round round(List<Task> tasks) {
    learn(tasks);
    return round(tasks, tasks.stream().map(task -> requireKnown(group(task))).toList());
  }

  private Round round(List<Task> tasks, List<byte[]> generations) {
    List<Integer> groups = tasks.stream().map(MarkerCopies::group).distinct().toList();
    List<RedisCommand> commands = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      commands.add(command(tasks.get(i), generations.get(i)));
    }
    groups.forEach(group -> commands.add(new RedisCommand.Get(markers.get(group))));
    List<@Nullable Object> results = send(commands, tasks, tasks.get(0).repeat());
    byte[][] told = new byte[GROUPS][];
    for (int i = 0; i < groups.size(); i++) {
      byte[] number = (byte[]) results.get(tasks.size() + i);
      known.set(groups.get(i), number);
      told[groups.get(i)] = number == null ? MISSING : number;
    }
    return new Round(
        generations,
        tasks.stream().map(task -> told[group(task)]).toList(),
        replies(results.subList(0, tasks.size())));
  }

  private List<@Nullable Object> send(
      List<RedisCommand> commands, List<Task> tasks, Repeat repeat) {
    return repeat == Repeat.ALWAYS
        ? link.pipeline(() -> commands, () -> Generation.description(tasks), repeat)
        : link.pipelineApart(() -> commands, () -> Generation.description(tasks), repeat);
  }

  /** As scripts reply; to be changed by whoever wants. */
  @SuppressWarnings("unchecked") // as scripts reply
  private static List<List<Object>> replies(List<@Nullable Object> results) {
    List<List<Object>> replies = new ArrayList<>();
    results.forEach(result -> replies.add(new ArrayList<>((List<Object>) result)));
    return replies;
  }

  private static RedisCommand command(Task task, byte[] generation) {
    return new RedisCommand.Run(
        task.script().forms().inCluster(),
        new ArrayList<>(task.keys()),
        task.arguments(generation));
  }

  private byte[] requireKnown(int group) {
    byte[] number = known.get(group);
    // Another thread has found the copy missing just now: a number that no copy has is outdated.
    return number == null ? numbers.generation() : number;
  }

  /** Asks for the numbers that are not known, and gives one to the copies that have none. */
  private void learn(List<Task> tasks) {
    List<Integer> unknown =
        tasks.stream()
            .map(MarkerCopies::group)
            .distinct()
            .filter(group -> known.get(group) == null)
            .toList();
    if (unknown.isEmpty()) {
      return;
    }
    List<@Nullable Object> replies =
        link.pipeline(
            () ->
                unknown.stream()
                    .<RedisCommand>map(group -> ask(Script.GENERATION, markers.get(group)))
                    .toList(),
            () -> "GENERATION of " + markers.get(unknown.get(0)),
            Repeat.ALWAYS);
    for (int i = 0; i < replies.size(); i++) {
      known.set(unknown.get(i), number(replies.get(i)));
    }
  }

  private RedisCommand ask(Script script, String marker) {
    return new RedisCommand.Run(
        script.forms().onOneServer(), List.of(marker), new Object[] {numbers.generation()});
  }

  @SuppressWarnings("unchecked") // as scripts reply
  private static byte[] number(@Nullable Object reply) {
    return (byte[]) ((List<Object>) Objects.requireNonNull(reply)).get(0);
  }

  /** A number of its own for each try: one that comes late must not bring back another. */
  @Override
  public void clear(@Nullable Message message) {
    List<@Nullable Object> replies =
        link.pipelineApart(
            () -> markers.stream().<RedisCommand>map(marker -> ask(Script.CLEAR, marker)).toList(),
            () -> "CLEAR of " + markers.get(0),
            Repeat.ALWAYS);
    for (int group = 0; group < GROUPS; group++) {
      known.set(group, number(replies.get(group)));
    }
  }

  /** They lie in another slot than the messages' numbers: one after the other. */
  @Override
  public Telling telling(Announcement announcement, RedisMessages messages) {
    return new TellingAfter(announcement, messages);
  }
}
