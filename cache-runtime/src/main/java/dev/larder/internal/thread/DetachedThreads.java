package dev.larder.internal.thread;

import java.util.concurrent.ThreadFactory;

/**
 * Daemon threads that keep nothing alive of whoever happens to open a manager first, such as a
 * request: neither its class loader nor its inheritable thread locals.
 *
 * @param name of each thread
 */
public record DetachedThreads(String name) implements ThreadFactory {
  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
