package dev.larder.integration.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What the caches of all workers are caches of: rows that are nothing but their version, which each
 * write counts up. It lives in the process of the test, and counts who asks it for what.
 */
final class Database implements AutoCloseable {
  /** The first byte of a question: the version of a row. */
  static final int READ = 'r';

  /** The first byte of a question: the version that a write makes. */
  static final int WRITE = 'w';

  private final ServerSocket listener;
  private final Map<Long, Row> rows = new ConcurrentHashMap<>();
  private final Map<Long, HeldRead> held = new ConcurrentHashMap<>();
  private volatile Duration delay = Duration.ZERO;

  private Database(ServerSocket listener) {
    this.listener = listener;
  }

  static Database start() {
    try {
      Database database = new Database(new ServerSocket(0, 512, InetAddress.getLoopbackAddress()));
      inBackground("database", database::accept);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Row {
    private final AtomicLong version = new AtomicLong(1);
    private final AtomicLong loads = new AtomicLong();
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How long each read takes. */
  void delay(Duration time) {
    delay = time;
  }

  /** The version of the row now. */
  long version(long key) {
    return row(key).version.get();
  }

  /** Writes the row; gives its new version. */
  long write(long key) {
    return row(key).version.incrementAndGet();
  }

  /** How often the row was read by workers. */
  long loads(long key) {
    return row(key).loads.get();
  }

  /** The next read of the row is answered when it is released, with what it sees before. */
  HeldRead hold(long key) {
    HeldRead read = new HeldRead();
    held.put(key, read);
    return read;
  }

  private Row row(long key) {
    return rows.computeIfAbsent(key, any -> new Row());
  }

  private void accept() {
    try {
      while (true) {
        Socket worker = listener.accept();
        inBackground("database connection", () -> serve(worker));
      }
    } catch (IOException e) {
      // It is closed.
    }
  }

  private static void inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket worker) {
    try (worker;
        DataInputStream in = new DataInputStream(new BufferedInputStream(worker.getInputStream()));
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(worker.getOutputStream()))) {
      worker.setTcpNoDelay(true);
      String name = new String(in.readNBytes(in.readInt()), UTF_8);
      for (int question = in.read(); question >= 0; question = in.read()) {
        long key = in.readLong();
        out.writeLong(question == WRITE ? write(key) : read(name, key));
        out.flush();
      }
    } catch (IOException e) {
      // The worker has ended, or was killed.
    }
  }

  private long read(String worker, long key) {
    Row row = row(key);
    row.loads.incrementAndGet();
    long version = row.version.get();
    HeldRead read = held.remove(key);
    if (read != null) {
      read.arrive(worker);
    } else {
      pause(delay);
    }
    return version;
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
