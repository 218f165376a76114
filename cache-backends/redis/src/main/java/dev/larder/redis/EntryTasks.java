package dev.larder.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.larder.redis.Generation.Task;
import dev.larder.spi.Bulk.Put;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is done to entries, as the scripts are told it. */
final class EntryTasks {
  private static final byte[] YES = "1".getBytes(US_ASCII);
  private static final byte[] NO = "0".getBytes(US_ASCII);

  private EntryTasks() {}

  static Task read(List<String> keys) {
    return new Task(Script.READ, keys, List.of(), Repeat.ALWAYS);
  }

  static Task readOrLease(List<LeaseWish> wishes) {
    List<String> keys = new ArrayList<>(2 * wishes.size());
    List<byte[]> arguments = new ArrayList<>(2 * wishes.size());
    for (LeaseWish wish : wishes) {
      keys.add(wish.key());
      keys.add(CacheKeys.lease(wish.key()));
      arguments.add(wish.token());
      arguments.add(wish.millis());
    }
    return new Task(Script.READ_OR_LEASE, keys, arguments, Repeat.ALWAYS);
  }

  static Task lease(String key, byte[] token, Duration time, boolean fromAnother) {
    return new Task(
        Script.LEASE,
        withLease(key),
        List.of(token, Millis.text(time), fromAnother ? YES : NO),
        Repeat.ALWAYS);
  }

  static Task fill(LeaseToken lease, byte[] value, Duration timeToLive) {
    return new Task(
        Script.FILL,
        withLease(lease.key()),
        lease.arguments(value, Millis.text(timeToLive)),
        Repeat.UNLESS_DONE);
  }

  static Task renew(LeaseToken lease, Duration time) {
    return new Task(
        Script.RENEW,
        withLease(lease.key()),
        List.of(lease.token(), Millis.text(time)),
        Repeat.ALWAYS);
  }

  static Task release(LeaseToken lease) {
    return new Task(Script.RELEASE, withLease(lease.key()), lease.arguments(), Repeat.ALWAYS);
  }

  static Task put(List<Put> puts) {
    List<String> keys = new ArrayList<>(2 * puts.size());
    List<byte[]> arguments = new ArrayList<>(2 * puts.size());
    for (Put put : puts) {
      keys.addAll(withLease(put.key()));
      arguments.add(put.value());
      arguments.add(Millis.text(put.timeToLive()));
    }
    return new Task(Script.PUT, keys, arguments, Repeat.UNLESS_DONE);
  }

  static Task remove(List<String> keys) {
    List<String> all = keys.stream().flatMap(key -> withLease(key).stream()).toList();
    return new Task(Script.REMOVE, all, List.of(), Repeat.ALWAYS);
  }

  static Task removeIf(String key, byte[] expected) {
    return new Task(Script.REMOVE_IF, withLease(key), List.of(expected), Repeat.UNLESS_DONE);
  }

  static Task touch(String key, Duration timeToLive) {
    return new Task(
        Script.TOUCH, List.of(key), List.of(Millis.text(timeToLive)), Repeat.UNLESS_DONE);
  }

  static Task stamps(List<String> keys) {
    return new Task(Script.STAMPS, keys, List.of(), Repeat.ALWAYS);
  }

  static Task drop(List<String> keys, List<byte[]> stamps) {
    return new Task(Script.DROP, keys, stamps, Repeat.ALWAYS);
  }

  private static List<String> withLease(String key) {
    return List.of(key, CacheKeys.lease(key));
  }
}
