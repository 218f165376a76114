package dev.larder;

import java.util.concurrent.ThreadFactory;

/** Threads of which none is to be had until a test says so. */
final class ScarceThreads implements ThreadFactory {
  private volatile boolean areToBeHad;

  void areToBeHad() {
    areToBeHad = true;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread =
        new Thread(task, "scarce") {
          @Override
          public synchronized void start() {
            if (!areToBeHad) {
              throw new OutOfMemoryError("unable to create native thread");
            }
            super.start();
          }
        };
    thread.setDaemon(true);
    return thread;
  }
}
