package com.acme.shop;

/** Stands for a database, and counts how often it is asked. */
final class CountingUserService implements UserService {
  private int asked;

  @Override
  public User find(long userId, String requestId) {
    asked++;
    return new User(userId, "Ada");
  }

  @Override
  public void save(User user) {
    // A real one would keep it.
  }

  int asked() {
    return asked;
  }
}
