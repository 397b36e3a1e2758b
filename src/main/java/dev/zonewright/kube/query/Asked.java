package dev.zonewright.kube.query;

/** A query with the answer that it got. */
public record Asked(Query<?> query, Object answer) {}
