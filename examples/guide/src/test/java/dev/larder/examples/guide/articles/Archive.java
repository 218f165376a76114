package dev.larder.examples.guide.articles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An archive in memory that notes what it is asked, and fails when told to. */
final class Archive implements ArticleService {
  final Map<Long, Article> articles = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  boolean isPartial;
  RuntimeException failure;
  RuntimeException guardFailure;

  @Override
  public Optional<Article> find(long id, String traceId) {
    note("find");
    return Optional.ofNullable(articles.get(id));
  }

  @Override
  public Preview preview(long id, String reader) {
    note("preview");
    return new Preview("Once", isPartial);
  }

  @Override
  public boolean isPartial(Preview preview) {
    if (guardFailure != null) {
      throw guardFailure;
    }
    return ArticleService.super.isPartial(preview);
  }

  @Override
  public void save(Article article) {
    note("save");
    articles.put(article.id(), article);
  }

  @Override
  public Article create(String title) {
    note("create");
    return new Article(7, title);
  }

  @Override
  public void delete(long id) {
    note("delete");
    articles.remove(id);
  }

  @Override
  public void lock(long id) {
    note("lock");
  }

  @Override
  public void reload() {
    note("reload");
  }

  @Override
  public int count() {
    note("count");
    return articles.size();
  }

  private void note(String method) {
    asked.add(method);
    if (failure != null) {
      throw failure;
    }
  }
}
