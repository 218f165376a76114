package dev.larder.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheStatus;
import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads and writes many entries of one cache: one command for each server that holds some of them,
 * all sent before the first answer is waited for.
 */
final class BulkEntries {
  /** Keys sent before answers are waited for: what more there is comes after. */
  private static final int WAVE = 2_000;

  private final Entries entries;
  private final Generations generations;

  BulkEntries(Entries entries, Generations generations) {
    this.entries = entries;
    this.generations = generations;
  }

  private record Item<T>(Place place, T given) {}

  private interface NodeCall<T, R> {
    R call(Node node, List<Item<T>> items);
  }

  /** Calls once for each server, with those of a wave that lie there. */
  private static <T, R> List<R> eachNode(List<Item<T>> wave, NodeCall<T, R> call) {
    Map<Node, List<Item<T>>> byNode =
        wave.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.place().node(), LinkedHashMap::new, Collectors.toList()));
    List<R> results = new ArrayList<>();
    byNode.forEach((node, items) -> results.add(call.call(node, items)));
    return results;
  }

  private <T> List<List<Item<T>>> waves(Collection<Item<T>> all) {
    List<Item<T>> items = List.copyOf(all);
    List<List<Item<T>>> waves = new ArrayList<>();
    for (int from = 0; from < items.size(); from += WAVE) {
      waves.add(items.subList(from, Math.min(items.size(), from + WAVE)));
    }
    return waves;
  }

  private List<List<Item<String>>> wavesOfKeys(Collection<String> keys) {
    return waves(
        new LinkedHashSet<>(keys)
            .stream().map(key -> new Item<>(entries.place(key), key)).toList());
  }

  Map<String, Stored> readAll(Collection<String> keys) {
    Map<String, Stored> found = new LinkedHashMap<>();
    for (List<Item<String>> wave : wavesOfKeys(keys)) {
      Answers.awaitAll(eachNode(wave, this::read)).forEach(found::putAll);
    }
    return found;
  }

  private Answer<Map<String, Stored>> read(Node node, List<Item<String>> items) {
    return node.ask(connection -> seen(connection, items).thenApply(seen -> values(items, seen)));
  }

  /** The items, and behind them the marker. */
  private CompletionStage<List<GetResult<byte[]>>> seen(
      MemcacheClient<byte[]> connection, List<? extends Item<?>> items) {
    List<String> keys = new ArrayList<>(items.size() + 1);
    items.forEach(item -> keys.add(item.place().key()));
    keys.add(generations.key());
    return connection.casGet(keys);
  }

  private static Map<String, Stored> values(
      List<Item<String>> items, List<GetResult<byte[]>> seen) {
    Map<String, Stored> values = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Stored value = sight(items.get(i), seen, i).value();
      if (value != null) {
        values.put(items.get(i).given(), value);
      }
    }
    return values;
  }

  private static Sight sight(Item<?> item, List<GetResult<byte[]>> seen, int index) {
    List<GetResult<byte[]>> both = new ArrayList<>(2);
    both.add(seen.get(index));
    both.add(seen.get(seen.size() - 1));
    return new Sight(item.place(), both);
  }

  long removeAll(Collection<String> keys) {
    long count = 0;
    for (List<Item<String>> wave : wavesOfKeys(keys)) {
      for (long removed : Answers.awaitAll(eachNode(wave, this::remove))) {
        count += removed;
      }
    }
    return count;
  }

  private Answer<Long> remove(Node node, List<Item<String>> items) {
    return node.ask(
        connection -> {
          CompletionStage<List<GetResult<byte[]>>> seen = seen(connection, items);
          List<CompletableFuture<MemcacheStatus>> deleted =
              items.stream()
                  .map(item -> connection.delete(item.place().key()).toCompletableFuture())
                  .toList();
          return seen.thenCombine(
              all(deleted), (values, statuses) -> live(items, values, statuses));
        });
  }

  private static long live(
      List<Item<String>> items, List<GetResult<byte[]>> seen, List<MemcacheStatus> statuses) {
    long count = 0;
    for (int i = 0; i < items.size(); i++) {
      boolean isGone = statuses.get(i) == MemcacheStatus.OK;
      count += isGone && sight(items.get(i), seen, i).value() != null ? 1 : 0;
    }
    return count;
  }

  private static <T> CompletionStage<List<T>> all(List<CompletableFuture<T>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
  }

  void putAll(Collection<Put> puts) {
    Collection<Item<Put>> items =
        puts.stream().map(put -> new Item<>(entries.place(put.key()), put)).toList();
    for (List<Item<Put>> wave : waves(items)) {
      Answers.all(eachNode(wave, this::put));
    }
  }

  /** Sends the puts; what is returned waits until they are done, and gives their number. */
  private Supplier<Integer> put(Node node, List<Item<Put>> items) {
    long stamp = generations.remembered(node);
    Answer<Written> answer = node.ask(connection -> written(connection, items, stamp));
    return () -> Answers.all(rest(items, stamp, answer.await())).size();
  }

  private record Written(List<MemcacheStatus> statuses, long stamp) {}

  private CompletionStage<Written> written(
      MemcacheClient<byte[]> connection, List<Item<Put>> items, long stamp) {
    List<CompletableFuture<MemcacheStatus>> statuses =
        items.stream()
            .map(item -> entries.set(connection, item.place(), item.given(), stamp))
            .map(CompletionStage::toCompletableFuture)
            .toList();
    return all(statuses)
        .thenCombine(
            connection.casGet(generations.key()),
            (all, marker) -> new Written(all, Generations.number(marker)));
  }

  /** Each that was refused, or was stored across a clear, is put by itself. */
  private List<Supplier<Boolean>> rest(List<Item<Put>> items, long stamp, Written written) {
    List<Supplier<Boolean>> rest = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (written.stamp() != stamp || written.statuses().get(i) != MemcacheStatus.OK) {
        Item<Put> item = items.get(i);
        rest.add(() -> putAlone(item.place(), item.given()));
      }
    }
    return rest;
  }

  private boolean putAlone(Place place, Put put) {
    entries.put(place, put.value(), put.timeToLive());
    return true;
  }
}
