package dev.larder;

import static dev.larder.Refusal.code;
import static dev.larder.Refusal.load;
import static dev.larder.Refusal.properties;
import static dev.larder.Refusal.use;
import static dev.larder.Refusal.variables;
import static dev.larder.Refusal.yaml;

import java.time.Duration;
import java.util.List;

/** What is refused, with the message that each gets; the guide shows them as a table. */
final class Refusals {
  private static final KeyShape<Long> BY_LONG = KeyShape.single(PartTypes.LONG);
  private static final ValueType<String> TEXT = ValueType.of("java.lang.String", 1, true);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The cache that is open. */
  static final CacheSpec<Long, String> USERS = CacheSpec.of("default", "users", BY_LONG, TEXT);

  private Refusals() {}

  static List<Refusal> ofKeys() {
    return List.of(
        properties(
            "unknown key larder.versoin (larder.properties, line 1); did you mean "
                + "larder.version?",
            "larder.versoin=2"),
        properties(
            "unknown key larder.chain.far.tiers (larder.properties, line 1); did you "
                + "mean larder.chains.far.tiers?",
            "larder.chain.far.tiers=local"),
        properties(
            "unknown key larder.chains.far.locl.ttl (larder.properties, line 1); did "
                + "you mean larder.chains.far.local.ttl?",
            "larder.chains.far.locl.ttl=5s"),
        properties(
            "unknown key larder.chains.shelf.url (larder.properties, line 1); did "
                + "you mean larder.chains.shelf.shelf.url?",
            "larder.chains.shelf.url=shelf://attic"),
        properties(
            "unknown key larder.chains.far.speed (larder.properties, line 1); a "
                + "chain has channel, codec, compression, compression.level, compression.threshold, "
                + "early-refresh, jitter, load-timeout, local.maximum-size, local.ttl, "
                + "max-staleness, max-value-size, null-ttl, read-timeout, refresh-after, "
                + "stale-ttl, tiers, ttl, write-timeout, cellar.*, shelf.*",
            "larder.chains.far.speed=9"),
        properties(
            "unknown key larder.chains.redis.redis.url (larder.properties, line 1); "
                + "the tier redis comes with the artifact cache-redis",
            "larder.chains.redis.redis.url=redis://localhost"),
        properties(
            "unknown key larder.caches.users.tll (larder.properties, line 1); did "
                + "you mean larder.caches.users.ttl?",
            "larder.caches.users.tll=5s"),
        properties(
            "unknown key key-prefix (larder.properties, line 1); did you mean "
                + "larder.key-prefix?",
            "key-prefix=shop"),
        yaml(
            "unknown key larder.caches.users (larder.yaml, line 3); a cache has "
                + "early-refresh, enabled, jitter, leases, load-timeout, local-ttl, null-ttl, "
                + "refresh-after, stale-ttl, ttl, version",
            "larder:",
            "  caches:",
            "    users: 5s"),
        variables(
            "unknown variable LARDER_CHAINS_FAR_LOCAL_TTLL; did you mean "
                + "LARDER_CHAINS_FAR_LOCAL_TTL?",
            "LARDER_CHAINS_FAR_LOCAL_TTLL=5s"),
        variables(
            "unknown variable LARDER_KEYPREFIX; did you mean LARDER_KEY_PREFIX?",
            "LARDER_KEYPREFIX=shop"),
        properties(
            "larder.version is stated twice: larder.properties, line 1, and "
                + "larder.properties, line 2",
            "larder.version=1",
            "larder.version=2"),
        load(
            "larder.version=1 in larder.properties, larder.version: 2 in larder.yaml",
            "larder.version is stated twice: larder.properties, line 1, and "
                + "larder.yaml, line 1",
            given -> given.properties("larder.version=1").file("larder.yaml", "larder.version: 2")),
        variables(
            "larder.key-prefix is stated twice: by the variable CELLAR_KEY_PREFIX, "
                + "and by the variable SHELF_KEY_PREFIX",
            "SHELF_KEY_PREFIX=shop",
            "CELLAR_KEY_PREFIX=store"));
  }

  static List<Refusal> ofValues() {
    return List.of(
        properties(
            "larder.caches.users.ttl is \"300\" (larder.properties, line 1), but "
                + "must be a duration with its unit, such as 250ms, 2s, 5m, 1h or 7d",
            "larder.caches.users.ttl=300"),
        properties(
            "larder.caches.users.ttl is \"5 minuts\" (larder.properties, line 1), "
                + "but must be a duration with its unit, such as 250ms, 2s, 5m, 1h or 7d",
            "larder.caches.users.ttl=5 minuts"),
        properties(
            "larder.caches.users.ttl is \"-5s\" (larder.properties, line 1), but "
                + "must be a duration with its unit, such as 250ms, 2s, 5m, 1h or 7d",
            "larder.caches.users.ttl=-5s"),
        properties(
            "larder.caches.users.enabled is \"yes\" (larder.properties, line 1), but "
                + "must be true or false",
            "larder.caches.users.enabled=yes"),
        properties(
            "larder.caches.users.jitter is \"1.5\" (larder.properties, line 1), but "
                + "must be a share from 0 to 1, such as 0.1",
            "larder.caches.users.jitter=1.5"),
        properties(
            "larder.chains.default.local.maximum-size is \"10k\" (larder.properties, "
                + "line 1), but must be a whole number of at least 1",
            "larder.chains.default.local.maximum-size=10k"),
        properties(
            "larder.chains.default.local.maximum-size is \"0\" (larder.properties, "
                + "line 1), but must be a whole number of at least 1",
            "larder.chains.default.local.maximum-size=0"),
        properties(
            "larder.version is \"-1\" (larder.properties, line 1), but must be a "
                + "whole number from 0 to 2147483647",
            "larder.version=-1"),
        properties(
            "larder.clock is \"exact\" (larder.properties, line 1), but must be "
                + "coarse or precise",
            "larder.clock=exact"),
        yaml("larder.yaml, line 2: larder.version states nothing", "larder:", "  version:"),
        yaml(
            "larder.yaml, line 3: the text up to here is not YAML",
            "larder:",
            "  chains: [",
            "  version: 1"),
        variables(
            "LARDER_CACHES_USERS_TTL is \"5x\" (the environment), but must be a "
                + "duration with its unit, such as 250ms, 2s, 5m, 1h or 7d",
            "LARDER_CACHES_USERS_TTL=5x"),
        variables(
            "larder.chains.shelf.shelf.port is \"http\" (the variable SHELF_PORT), "
                + "but must be a whole number from 0 to 2147483647",
            "SHELF_PORT=http",
            "LARDER_CHAINS_SHELF_CODEC=text"),
        properties(
            "larder.properties, line 1: a \\u is not followed by four hexadecimal digits",
            "larder.key-prefix=\\u12"));
  }

  static List<Refusal> ofChains() {
    return List.of(
        properties(
            "larder.chains.far.tiers is \"local,shelv\" (larder.properties, line 1), "
                + "which is refused: there is no tier shelv but local, cellar, shelf; did "
                + "you mean shelf?",
            "larder.chains.far.tiers=local,shelv"),
        properties(
            "larder.chains.far.tiers is \"local,redis\" (larder.properties, line 1), "
                + "which is refused: there is no tier redis but local, cellar, shelf; a "
                + "store comes with an artifact of its own, such as cache-redis",
            "larder.chains.far.tiers=local,redis"),
        properties(
            "larder.chains.far.tiers is \"shelf,local\" (larder.properties, line 1), "
                + "but must be local, or a store, or local and a store in this order",
            "larder.chains.far.tiers=shelf,local"),
        properties(
            "larder.chains.far.tiers is \"local,shelf,cellar\" (larder.properties, "
                + "line 1), but must be local, or a store, or local and a store in this "
                + "order",
            "larder.chains.far.tiers=local,shelf,cellar"),
        properties(
            "larder.chains.far.tiers is \"\" (larder.properties, line 1), but must "
                + "be local, or a store, or local and a store in this order",
            "larder.chains.far.tiers="),
        properties(
            "unknown chain in larder.chains.defualt.ttl (larder.properties, line 1): "
                + "larder.chains.defualt.tiers is not stated; did you mean default?",
            "larder.chains.defualt.ttl=5s"),
        properties(
            "unknown chain in larder.chains.far.shelf.url (larder.properties, line "
                + "1): larder.chains.far.tiers is not stated; state it, such as local or "
                + "local,redis",
            "larder.chains.far.shelf.url=shelf://attic"),
        properties(
            "larder.chains.far.codec is \"txt\" (larder.properties, line 2), which "
                + "is refused: there is no codec of that name, but java, json, kryo, text; did you mean text?",
            "larder.chains.far.tiers=shelf",
            "larder.chains.far.codec=txt"),
        properties(
            "larder.chains.far.compression is \"zip\" (larder.properties, line 2), "
                + "which is refused: there is no compressor \"zip\"; there are: zlib",
            "larder.chains.far.tiers=local",
            "larder.chains.far.compression=zip"),
        properties(
            "larder.chains.far.compression.level is \"12\" (larder.properties, line "
                + "3), which is refused: zlib has levels 1 to 9, not 12",
            "larder.chains.far.tiers=local",
            "larder.chains.far.compression=zlib",
            "larder.chains.far.compression.level=12"),
        properties(
            "larder.chains.default.compression.threshold is \"1KB1\" "
                + "(larder.properties, line 1), but must be a size from 0 to 2147483647 "
                + "bytes, such as 65536, 512KiB or 1MiB",
            "larder.chains.default.compression.threshold=1KB1"),
        properties(
            "larder.chains.default.read-timeout is \"0\" (larder.properties, line 1), but "
                + "must be a duration above 0 with its unit, such as 250ms, 2s, 5m, 1h or 7d",
            "larder.chains.default.read-timeout=0"),
        properties(
            "larder.chains.default.max-value-size is \"9GiB\" (larder.properties, "
                + "line 1), but must be a size from 1 to 2147483647 bytes, such as 65536, "
                + "512KiB or 1MiB",
            "larder.chains.default.max-value-size=9GiB"),
        properties(
            "larder.chains.far.max-staleness is \"0\" (larder.properties, line 2), "
                + "which is refused: maxStaleness must be above zero, but was PT0S; where "
                + "nothing may be outdated at all, leave out the local tier",
            "larder.chains.far.tiers=local,shelf",
            "larder.chains.far.max-staleness=0"),
        properties(
            "the chain far has a maxStaleness, but no local tier to be stale; give it "
                + "one, or leave maxStaleness out",
            "larder.chains.far.tiers=shelf",
            "larder.chains.far.codec=text",
            "larder.chains.far.max-staleness=5s"),
        properties(
            "the chain far has a maxStaleness, but nothing to know it by: its store "
                + "carries no messages; give it the channel of one that does, or a local "
                + "time to live in place of maxStaleness",
            "larder.chains.far.tiers=local,shelf",
            "larder.chains.far.codec=text",
            "larder.chains.far.max-staleness=5s"),
        properties(
            "larder.chains.far.channel is \"defalt\", but there is no chain of that "
                + "name; there is default, far; did you mean default?",
            "larder.chains.far.tiers=local,shelf",
            "larder.chains.far.codec=text",
            "larder.chains.far.channel=defalt"),
        properties(
            "larder.chains.far.channel is \"default\", but that chain has no store that "
                + "carries messages; name one that has, such as Redis",
            "larder.chains.far.tiers=local,shelf",
            "larder.chains.far.codec=text",
            "larder.chains.far.channel=default"),
        properties(
            "larder.caches.users.early-refresh is \"-1\" (larder.properties, line 1), but must be "
                + "a factor from 0 to 1000, such as 1",
            "larder.caches.users.early-refresh=-1"),
        properties(
            "the cache users has a refreshAfter of PT5M, which is not below its ttl of PT5M; "
                + "shorten the one or lengthen the other",
            "larder.caches.users.ttl=5m",
            "larder.caches.users.refresh-after=5m"),
        properties(
            "the chain far has a localTtl of PT1M, which is above its ttl of PT1S; "
                + "shorten the one or lengthen the other",
            "larder.chains.far.tiers=local",
            "larder.chains.far.ttl=1s",
            "larder.chains.far.local.ttl=1m"),
        properties(
            "the cache users has a nullTtl of PT1M, which is above its ttl of PT1S; "
                + "shorten the one or lengthen the other",
            "larder.caches.users.ttl=1s",
            "larder.caches.users.null-ttl=1m"),
        variables(
            "the variables CELLAR_SERVERS and SHELF_URL are set, so that the chain "
                + "default could be as cellar or shelf; state larder.chains.default.tiers",
            "SHELF_URL=shelf://attic",
            "CELLAR_SERVERS=a:1"),
        variables(
            "larder.chains.shelf.shelf.url is \"shelf://***@:80\" (the variable "
                + "SHELF_URL), which is refused: it has no host",
            "SHELF_URL=shelf://me:hunter2@:80",
            "LARDER_CHAINS_SHELF_CODEC=text"),
        properties(
            "the store cellar of the chain deep cannot be opened: "
                + "java.lang.IllegalStateException, whose text has a password",
            "larder.chains.deep.tiers=cellar",
            "larder.chains.deep.codec=text",
            "larder.chains.deep.cellar.servers=a:1",
            "larder.chains.deep.cellar.password=hunter2"),
        new Refusal(
            "-Dlarder.config=conf/shop.yaml",
            directory ->
                CacheManager.configured(
                    new Configured(directory)
                        .sources()
                        .withFile(directory.resolve("conf/shop.yaml"))),
            CacheConfigurationException.class,
            "the file of configuration conf/shop.yaml does not exist"));
  }

  static List<Refusal> ofCode() {
    return List.of(
        code(
            "builder.chain(\"far\", chain -> {})",
            CacheConfigurationException.class,
            "the chain far has no tier; give it local(...) or distributed(...)",
            builder -> builder.chain("far", chain -> {})),
        code(
            "chain.maxStaleness(...) without a distributed tier",
            CacheConfigurationException.class,
            "the chain far has a maxStaleness, but no distributed tier that others could write to; "
                + "give it one, or leave maxStaleness out",
            builder ->
                builder.chain("far", chain -> chain.local(local -> {}).maxStaleness(MINUTE))),
        code(
            "chain(\"far\", ...) twice",
            CacheConfigurationException.class,
            "the chain far is configured twice",
            builder ->
                builder
                    .chain("far", chain -> chain.local(local -> {}))
                    .chain("far", chain -> chain.local(local -> {}))),
        code(
            "cache(\"users\", ...) twice",
            CacheConfigurationException.class,
            "the cache users is configured twice",
            builder -> builder.cache("users", cache -> {}).cache("users", cache -> {})),
        code(
            "builder.version(-1)",
            CacheValidationException.class,
            "version must not be negative, but was -1",
            builder -> builder.version(-1)),
        code(
            "local.maximumSize(0)",
            CacheValidationException.class,
            "maximumSize must be at least 1, but was 0",
            builder -> builder.chain("far", chain -> chain.local(local -> local.maximumSize(0)))),
        code(
            "cache.ttl(Duration.ofSeconds(-1))",
            CacheValidationException.class,
            "ttl must not be negative, but was PT-1S",
            builder -> builder.cache("users", cache -> cache.ttl(Duration.ofSeconds(-1)))),
        code(
            "cache.jitter(2)",
            CacheValidationException.class,
            "jitter is a share from 0 to 1, but was 2.0",
            builder -> builder.cache("users", cache -> cache.jitter(2))),
        code(
            "cache.earlyRefresh(-1)",
            CacheValidationException.class,
            "earlyRefresh is a factor from 0 to 1000, such as 1, but was -1.0",
            builder -> builder.cache("users", cache -> cache.earlyRefresh(-1))),
        code(
            "cache.ttl(no end).refreshAfter(1 min)",
            CacheConfigurationException.class,
            "the cache users has a refreshAfter of PT1M, but entries without an end, whose age no "
                + "store tells; state a ttl above it",
            builder ->
                builder.cache("users", cache -> cache.ttl(Duration.ZERO).refreshAfter(MINUTE))),
        code(
            "cache.ttl(1 min).localTtl(2 min)",
            CacheConfigurationException.class,
            "the cache users has a localTtl of PT2M, which is above its ttl of PT1M; "
                + "shorten the one or lengthen the other",
            builder ->
                builder.cache("users", cache -> cache.ttl(MINUTE).localTtl(MINUTE.plus(MINUTE)))));
  }

  static List<Refusal> ofUse() {
    return List.of(
        use(
            "using = \"defalt\"",
            CacheConfigurationException.class,
            "there is no chain defalt for the cache teams; there is default",
            caches -> caches.cache(CacheSpec.of("defalt", "teams", BY_LONG, TEXT))),
        use(
            "the key String where another has long",
            CacheConfigurationException.class,
            "the cache users of chain default has two key shapes: long and String; "
                + "give one of the two caches another name",
            caches ->
                caches.cache(
                    CacheSpec.of("default", "users", KeyShape.single(PartTypes.STRING), TEXT))),
        use(
            "a value of another type",
            CacheConfigurationException.class,
            "the cache users of chain default has two value types: java.lang.String "
                + "and long; give one of the two caches another name",
            caches ->
                caches.cache(
                    CacheSpec.of("default", "users", BY_LONG, ValueType.of("long", 2, true)))),
        use(
            "ttl = 60 where another has 30",
            CacheConfigurationException.class,
            "the cache users of chain default has two settings: ttl=PT30S and "
                + "ttl=PT1M; give one of the two caches another name",
            caches -> {
              caches.cache(USERS.ttl(Duration.ofSeconds(30)));
              caches.cache(USERS.ttl(MINUTE));
            }),
        use(
            "CacheSpec.of(\"default\", \" \", ...)",
            CacheValidationException.class,
            "the name of a cache must not be blank",
            caches -> CacheSpec.of("default", " ")),
        use(
            "caches.cache(\"user\")",
            CacheConfigurationException.class,
            "no cache named user is open; open are [users]",
            caches -> caches.cache("user")),
        use(
            "caches.cache(\"users\").put(1, \"one\")",
            CacheValidationException.class,
            "part 0 of a key of long must be a long, but was given a java.lang.Integer",
            caches -> caches.cache("users").put(1, "one")),
        use(
            "put(key, value, Duration.ofSeconds(-1))",
            CacheValidationException.class,
            "timeToLive must not be negative, but was PT-1S",
            caches -> caches.cache(USERS).put(1L, "one", Duration.ofSeconds(-1))),
        use(
            "touch(key, Duration.ofSeconds(-1))",
            CacheValidationException.class,
            "timeToLive must not be negative, but was PT-1S",
            caches -> caches.cache(USERS).touch(1L, Duration.ofSeconds(-1))),
        use(
            "evictMatching(\"[\")",
            CacheValidationException.class,
            "\"[\" is not a pattern of keys: a set without an end or a member",
            caches -> caches.cache(USERS).evictMatching("[")),
        use(
            "cache.version(-1)",
            CacheValidationException.class,
            "version must not be negative, but was -1",
            caches -> caches.cache(USERS).version(-1)),
        use(
            "caches.decorate(Runnable.class, ...)",
            CacheConfigurationException.class,
            "no decorator of java.lang.Runnable was found: has the annotation "
                + "processor run when it was compiled (from JDK 23 on, only one on the "
                + "processor path does), and does a named module provide its factory?",
            caches -> caches.decorate(Runnable.class, () -> {})),
        use(
            "a cache after close()",
            IllegalStateException.class,
            "the cache manager is closed",
            caches -> {
              caches.close();
              caches.cache(USERS.stacked());
            }));
  }
}
