package dev.larder.redis;

/** Whether a command that failed may be sent again. */
enum Repeat {
  /**
   * Always: to do it twice is to do it once. What is said of whether there was something may be
   * wrong then.
   */
  ALWAYS {
    @Override
    boolean allows(Throwable cause) {
      return RedisFaults.mayPass(cause);
    }
  },

  /**
   * If the server said that it was not done. A copy that is late would undo what others have
   * written since, or count twice.
   */
  UNLESS_DONE {
    @Override
    boolean allows(Throwable cause) {
      return RedisFaults.wasRefusedForNow(cause);
    }
  };

  abstract boolean allows(Throwable cause);
}
