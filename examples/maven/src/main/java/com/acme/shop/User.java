package com.acme.shop;

/** A customer. */
public record User(long userId, String name) {}
