package dev.larder.examples.guide.recipes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table of a database, as readers and transactions see it. */
public final class ProductTable {
  private final Map<Long, Product> committed = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicReference<Runnable> afterNextRead =
      new AtomicReference<>(ProductTable::nothing);
  private final AtomicReference<Runnable> beforeNextCommit =
      new AtomicReference<>(ProductTable::nothing);

  /** The row, as it was committed last. */
  public @Nullable Product read(long id) {
    reads.incrementAndGet();
    Product product = committed.get(id);
    afterNextRead.getAndSet(ProductTable::nothing).run();
    return product;
  }

  /** Writes a row in a transaction of its own. */
  public void write(Product product) {
    inTransaction(transaction -> transaction.write(product));
  }

  /** Commits what the work wrote, if neither the work nor the commit throws. */
  public void inTransaction(Consumer<Transaction> work) {
    Transaction transaction = new Transaction();
    work.accept(transaction);
    beforeNextCommit.getAndSet(ProductTable::nothing).run();
    committed.putAll(transaction.written);
    transaction.hooks.forEach(Runnable::run);
  }

  /** How many reads there were. */
  public int reads() {
    return reads.get();
  }

  /** What happens between the next read and its answer's arrival. */
  public void afterNextRead(Runnable event) {
    afterNextRead.set(event);
  }

  /** What happens just before the next commit; what it throws is the commit's failure. */
  public void beforeNextCommit(Runnable event) {
    beforeNextCommit.set(event);
  }

  private static void nothing() {}

  /** Rows that nobody else sees yet. */
  public static final class Transaction {
    private final Map<Long, Product> written = new HashMap<>();
    private final List<Runnable> hooks = new ArrayList<>();

    /** Writes a row. */
    public void write(Product product) {
      written.put(product.id(), product);
    }

    /** What is to be done once this is committed. */
    public void afterCommit(Runnable hook) {
      hooks.add(hook);
    }
  }
}
