package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisNoScriptException;

/** The generation where one server has all keys: each script looks at its marker. */
final class OneMarker implements Generation {
  private static final int KEYS_OF_TASK = 500;
  private static final byte[] FOUND_BY_SCRIPT = {};

  private final RedisLink link;
  private final Numbers numbers;
  private final String marker;

  OneMarker(RedisLink link, Numbers numbers, CacheKeys keys) {
    this.link = link;
    this.numbers = numbers;
    this.marker = keys.marker();
  }

  @Override
  public int keysOfTask() {
    return KEYS_OF_TASK;
  }

  @Override
  public Done run(Task task) {
    return new Done(
        FOUND_BY_SCRIPT, link.run(() -> command(task), task::description, task.repeat()));
  }

  @Override
  public <Q, A> Function<Q, A> reads(Function<List<Q>, Task> task, Reading<Q, A> reading) {
    Function<Q, A> alone = Generation.super.reads(task, reading);
    return gathered(alone, task, reading, failure -> true);
  }

  @Override
  public <Q, A> Function<Q, A> changes(
      Function<Q, A> alone, Function<List<Q>, Task> task, Reading<Q, A> reading, Repeat repeat) {
    return gathered(
        alone,
        task,
        reading,
        failure -> failure instanceof RedisNoScriptException || repeat.allows(failure));
  }

  private <Q, A> Function<Q, A> gathered(
      Function<Q, A> alone,
      Function<List<Q>, Task> task,
      Reading<Q, A> reading,
      Predicate<Throwable> mayFollow) {
    return new Gathered<>(
        link,
        question -> task.apply(List.of(question)).description(),
        alone,
        questions ->
            begin(task.apply(questions)).thenApply(done -> reading.answers(questions, done)),
        mayFollow);
  }

  /** Does it, if all goes well; for whoever waits elsewhere. */
  private CompletionStage<Done> begin(Task task) {
    return link.begin(command(task)).thenApply(reply -> new Done(FOUND_BY_SCRIPT, reply));
  }

  @Override
  public List<Done> runAll(List<Task> tasks) {
    if (tasks.size() == 1) {
      return List.of(run(tasks.get(0)));
    }
    return report(tasks).stream().map(reply -> new Done(FOUND_BY_SCRIPT, reply)).toList();
  }

  @Override
  @SuppressWarnings("unchecked") // as scripts reply
  public List<List<Object>> report(List<Task> tasks) {
    if (tasks.size() == 1) {
      return List.of(run(tasks.get(0)).reply());
    }
    List<List<Object>> replies = new ArrayList<>();
    link.pipeline(
            () -> tasks.stream().<RedisCommand>map(this::command).toList(),
            () -> Generation.description(tasks),
            tasks.get(0).repeat())
        .forEach(reply -> replies.add((List<Object>) reply));
    return replies;
  }

  @Override
  public boolean holds(byte[] generation, Task task) {
    return Frame.flag(run(task).reply());
  }

  /** The number is a new one for each command: it must not bring back what was lost. */
  private RedisCommand.Run command(Task task) {
    List<Object> keys = new ArrayList<>(task.keys().size() + 2);
    keys.addAll(task.keys());
    keys.add(marker);
    Message message = task.message();
    if (message == null) {
      return new RedisCommand.Run(
          task.script().forms().onOneServer(), keys, task.arguments(numbers.generation()));
    }
    keys.add(message.numbers());
    return new RedisCommand.Run(
        task.script().forms().told(),
        keys,
        task.arguments(numbers.generation(), message.channel(), message.bytes()));
  }

  @Override
  public void clear(@Nullable Message message) {
    run(new Task(Script.CLEAR, List.of(), List.of(), Repeat.ALWAYS, message));
  }

  @Override
  public Telling telling(Announcement announcement, RedisMessages messages) {
    return new TellingInStep(announcement);
  }
}
