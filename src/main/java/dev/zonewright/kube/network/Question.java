package dev.zonewright.kube.network;

import dev.zonewright.kube.network.policy.Protocol;

/**
 * May one end open a connection to the other?
 *
 * @param port of the destination
 */
public record Question(Endpoint from, Endpoint to, Protocol protocol, int port) {}
