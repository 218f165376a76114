package dev.larder;

import dev.larder.internal.config.KnownKeys;
import dev.larder.internal.config.Loaded;
import dev.larder.internal.config.Sources;
import dev.larder.internal.config.StoreKind;
import dev.larder.internal.config.UnheededVariables;
import dev.larder.spi.Codec;
import dev.larder.spi.StoreFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What configuration can name, the stores and codecs that are there, and the stores it made. */
final class StatedServices {
  private static final Logger LOGGER = LoggerFactory.getLogger(StatedServices.class);

  private final Named<StoreFactory> stores;
  private final Named<Codec> codecs;
  private final Map<String, StatedStore> inUse = new LinkedHashMap<>();
  private final Loaded loaded;

  private StatedServices(Named<StoreFactory> stores, Named<Codec> codecs, Loaded loaded) {
    this.stores = stores;
    this.codecs = codecs;
    this.loaded = loaded;
  }

  /** Nothing is there, and nothing is stated. */
  static StatedServices none() {
    return new StatedServices(Named.none("store"), Named.none("codec"), Loaded.none());
  }

  /** What is there and what is stated of it. */
  static StatedServices of(Sources sources) {
    ClassLoader loader = sources.classPath();
    Named<StoreFactory> stores =
        Named.of(
            "store",
            StoreFactory.class,
            loader,
            fault -> LOGGER.warn("a kind of store cannot be used; others are looked for", fault),
            StoreFactory::type);
    // A codec may need a library that is not there; that matters if it is asked for.
    Named<Codec> codecs = Named.of("codec", Codec.class, loader, fault -> {}, Codec::name);
    List<StoreKind> kinds = kinds(stores);
    // Of use to whoever forgot the module; whoever set it for something else need not be warned.
    UnheededVariables.told(sources.environment(), kinds).forEach(LOGGER::info);
    return new StatedServices(stores, codecs, Loaded.from(sources, new KnownKeys(kinds)));
  }

  private static List<StoreKind> kinds(Named<StoreFactory> stores) {
    return stores.byName().values().stream()
        .map(each -> new StoreKind(each.type(), each.settings(), each.environment()))
        .toList();
  }

  Loaded loaded() {
    return loaded;
  }

  Named<StoreFactory> stores() {
    return stores;
  }

  Named<Codec> codecs() {
    return codecs;
  }

  /**
   * The store of a chain. A chain that states none of its settings shares that of the chain which
   * is named as the store: never some settings of the one and some of the other, so that no
   * password goes to a server that it is not for.
   */
  StatedStore store(String chain, String type) {
    boolean own = loaded.chain(chain).statesAny(type + ".");
    String owner = own ? chain : type;
    return inUse.computeIfAbsent(
        owner + "." + type,
        key ->
            new StatedStore(
                owner, stores.find(type).orElseThrow(), loaded.chain(owner).within(type)));
  }

  /** Closes the stores that were opened, where the manager does not come to be. */
  void close() {
    inUse.values().forEach(StatedStore::close);
  }
}
