package dev.larder.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Carries the bytes of one way. One thread reads and one writes, so that a delay is one of each
 * byte, and not one after the other.
 */
final class Pump {
  private static final int CHUNK_BYTES = 16_384;

  /** How much is on its way at most; then the sender has to wait, as on a real network. */
  private static final int MOST_CHUNKS = 64;

  private final FaultyLink link;
  private final Way way;
  private final Socket from;
  private final Socket to;
  private final BlockingQueue<Chunk> underway = new LinkedBlockingQueue<>(MOST_CHUNKS);

  /** Bytes, none for the end, and when they were sent. */
  private record Chunk(ByteBuffer bytes, long sentNanos) {
    static final ByteBuffer END = ByteBuffer.allocate(0);
  }

  Pump(FaultyLink link, Way way, Socket from, Socket to) {
    this.link = link;
    this.way = way;
    this.from = from;
    this.to = to;
  }

  void start() {
    run("reads", this::read, () -> underway.offer(new Chunk(Chunk.END, System.nanoTime())));
    run("writes", this::write, underway::clear);
  }

  /** What a thread does until the connection ends. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Work after which the other thread must not wait for this one. */
  private void run(String what, Work work, Runnable release) {
    Thread thread = new Thread(() -> guarded(work, release), "larder-fault-proxy-" + what);
    thread.setDaemon(true);
    thread.start();
  }

  private void guarded(Work work, Runnable release) {
    try {
      work.run();
    } catch (IOException | InterruptedException e) {
      link.broken();
    } finally {
      release.run();
    }
  }

  private void read() throws IOException, InterruptedException {
    InputStream in = from.getInputStream();
    byte[] buffer = new byte[CHUNK_BYTES];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      if (!link.isHalfOpen()) {
        underway.put(new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, length)), System.nanoTime()));
      }
    }
    if (link.isHalfOpen()) {
      link.cut();
    }
  }

  private void write() throws IOException, InterruptedException {
    OutputStream out = to.getOutputStream();
    Chunk chunk = underway.take();
    while (chunk.bytes().hasRemaining()) {
      link.awaitArrival(way, chunk.sentNanos());
      out.write(chunk.bytes().array());
      chunk = underway.take();
    }
    link.awaitArrival(way, chunk.sentNanos());
    link.ended(to);
  }
}
