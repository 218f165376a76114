package com.acme.lending;

import java.time.LocalDate;
import java.util.List;

/** What is lent. */
public record Book(long id, String title, List<String> authors, LocalDate due) {}
