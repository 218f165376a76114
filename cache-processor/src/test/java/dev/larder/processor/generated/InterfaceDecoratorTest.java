package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterfaceDecoratorTest {
  @Test
  void secondCallIsAnsweredFromTheCacheUntilItsKeyIsEvicted() throws Exception {
    Loaded loaded =
        Build.of(
                "package com.acme;",
                "import dev.larder.annotation.*;",
                "interface Users {",
                "  record User(long userId, String name) {}",
                "  @Cached(name = \"users\", ttl = 300, include = \"userId\")",
                "  User find(long userId, String requestId);",
                "  @CacheEvict(name = \"users\", include = \"user.userId\")",
                "  void save(User user);",
                "}")
            .and(
                "package com.acme;",
                "import dev.larder.CacheManager;",
                "class Main {",
                "  static String run(CacheManager caches) {",
                "    StringBuilder calls = new StringBuilder();",
                "    Users source = new Users() {",
                "      public User find(long id, String request) {",
                "        calls.append(request);",
                "        return new User(id, request);",
                "      }",
                "      public void save(User user) { calls.append('!'); }",
                "    };",
                "    Users users = new CachedUsers(caches, source);",
                "    users.find(1, \"a\"); users.find(1, \"b\"); users.find(2, \"c\");",
                "    users.save(new Users.User(1, \"\"));",
                "    users.save(null);",
                "    users.find(1, \"d\"); users.find(2, \"e\");",
                "    return calls.toString();",
                "  }",
                "}")
            .load();
    assertThat(loaded.run("com.acme.Main")).isEqualTo("ac!!d");
  }
}
