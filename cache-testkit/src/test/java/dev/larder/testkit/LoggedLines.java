package dev.larder.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines for operators, INFO and above, that the library logs until this is closed. */
final class LoggedLines extends Handler implements AutoCloseable {
  /** Held, as the JDK forgets loggers that nobody holds. */
  private final Logger logger = Logger.getLogger("dev.larder");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LoggedLines() {}

  /** From now on. */
  static LoggedLines open() {
    LoggedLines opened = new LoggedLines();
    opened.logger.addHandler(opened);
    return opened;
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().intValue() >= Level.INFO.intValue()) {
      lines.add(line.getLevel() + " " + line.getMessage());
    }
  }

  /** All so far, each after its level. */
  List<String> all() {
    return List.copyOf(lines);
  }

  /** Waits for one that begins so. */
  void await(String beginning) {
    Soon.until(() -> lines.stream().anyMatch(line -> line.startsWith(beginning)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
