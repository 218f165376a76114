package dev.larder.integration.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayDeque;

/** One worker's way to the {@link Database}: a connection for each call at a time. */
final class DatabaseConnection {
  private final String worker;
  private final int port;
  private final ArrayDeque<Line> idle = new ArrayDeque<>();

  DatabaseConnection(String worker, int port) {
    this.worker = worker;
    this.port = port;
  }

  long read(long key) {
    return ask(Database.READ, key);
  }

  long write(long key) {
    return ask(Database.WRITE, key);
  }

  private long ask(int question, long key) {
    try {
      Line line = take();
      long answer = line.ask(question, key);
      giveBack(line);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Line take() throws IOException {
    Line line = idle.poll();
    return line == null ? Line.open(worker, port) : line;
  }

  private synchronized void giveBack(Line line) {
    idle.push(line);
  }

  private record Line(DataInputStream in, DataOutputStream out) {
    static Line open(String worker, int port) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      Line line =
          new Line(
              new DataInputStream(socket.getInputStream()),
              new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
      byte[] name = worker.getBytes(UTF_8);
      line.out.writeInt(name.length);
      line.out.write(name);
      return line;
    }

    long ask(int question, long key) throws IOException {
      out.write(question);
      out.writeLong(key);
      out.flush();
      return in.readLong();
    }
  }
}
