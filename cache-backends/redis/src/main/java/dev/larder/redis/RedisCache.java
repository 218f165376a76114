package dev.larder.redis;

import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing.CacheStore;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Messaging;
import dev.larder.spi.Scanning;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries of one cache. */
final class RedisCache
    implements CacheStore, Leasing, Expiring, Scanning, Comparing, Bulk, Messaging {
  private final Generation generation;
  private final Numbers numbers;
  private final KeyWalk walk;
  private final Reclaimer reclaimer;
  private final RedisMessages messages;

  RedisCache(
      Generation generation,
      Numbers numbers,
      KeyWalk walk,
      Reclaimer reclaimer,
      RedisMessages messages) {
    this.generation = generation;
    this.numbers = numbers;
    this.walk = walk;
    this.reclaimer = reclaimer;
    this.messages = messages;
  }

  @Override
  public String name() {
    return RedisFaults.STORE;
  }

  @Override
  public byte @Nullable [] get(String key) {
    Stored stored = read(key);
    return stored == null ? null : stored.value();
  }

  @Override
  public @Nullable Stored read(String key) {
    return Frame.stored(generation.run(EntryTasks.read(List.of(key))).reply(), 0);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    generation.run(EntryTasks.put(List.of(new Put(key, value, timeToLive))));
  }

  @Override
  public boolean remove(String key) {
    return removeAll(List.of(key)) > 0;
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    return isDone(EntryTasks.touch(key, timeToLive));
  }

  @Override
  public boolean removeIf(String key, byte[] expected) {
    return isDone(EntryTasks.removeIf(key, expected));
  }

  private boolean isDone(Generation.Task task) {
    return Frame.flag(generation.run(task).reply());
  }

  @Override
  public Answer readOrLease(String key, Duration leaseTime) {
    byte[] token = numbers.token();
    return answer(key, token, generation.run(EntryTasks.readOrLease(key, token, leaseTime)));
  }

  @Override
  public Granted lease(String key, Duration leaseTime) {
    byte[] token = numbers.token();
    return granted(key, token, generation.run(EntryTasks.lease(key, token, leaseTime, true)));
  }

  @Override
  public Answer tryLease(String key, Duration leaseTime) {
    byte[] token = numbers.token();
    return answer(key, token, generation.run(EntryTasks.lease(key, token, leaseTime, false)));
  }

  private Answer answer(String key, byte[] token, Generation.Done done) {
    List<Object> reply = done.reply();
    if (reply.size() < 3) {
      return new Found(Frame.requireStored(reply));
    }
    long heldMillis = (Long) reply.get(2);
    return heldMillis > 0 ? new Held(Duration.ofMillis(heldMillis)) : granted(key, token, done);
  }

  private Granted granted(String key, byte[] token, Generation.Done done) {
    return new Granted(
        new RedisLease(generation, done.generation(), key, token), Frame.stored(done.reply(), 0));
  }

  @Override
  public Map<String, Stored> readAll(Collection<String> keys) {
    Map<String, Stored> found = new HashMap<>();
    for (List<String> some : Parts.of(keys.stream().distinct().toList())) {
      List<List<String>> parts = Parts.of(some, generation.keysOfTask());
      List<Generation.Done> done = generation.runAll(parts.stream().map(EntryTasks::read).toList());
      for (int i = 0; i < parts.size(); i++) {
        Frame.collect(parts.get(i), done.get(i).reply(), found);
      }
    }
    return found;
  }

  @Override
  public void putAll(Collection<Put> puts) {
    for (List<Put> some : Parts.of(List.copyOf(puts))) {
      generation.runAll(
          Parts.of(some, generation.keysOfTask()).stream().map(EntryTasks::put).toList());
    }
  }

  @Override
  public long removeAll(Collection<String> keys) {
    long removed = 0;
    for (List<String> some : Parts.of(keys.stream().distinct().toList())) {
      List<List<Object>> replies =
          generation.report(
              Parts.of(some, generation.keysOfTask()).stream().map(EntryTasks::remove).toList());
      removed += replies.stream().mapToLong(Frame::present).sum();
    }
    return removed;
  }

  @Override
  public void scan(String beginning, Consumer<String> key) {
    walk.present(beginning, generation, key);
  }

  @Override
  public void clear() {
    generation.clear();
    reclaimer.reclaim(this);
  }

  /** Removes what was cleared but is still there; a part at a time. */
  void removeOutdated(Runnable afterEachPart) {
    walk.removeOutdated(generation, afterEachPart);
  }

  @Override
  public void publish(String channel, byte[] message) {
    messages.publish(channel, message);
  }

  @Override
  public Subscription subscribe(String channel, Listener listener) {
    return messages.subscribe(channel, listener);
  }
}
