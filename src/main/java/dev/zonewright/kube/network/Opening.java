package dev.zonewright.kube.network;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.yaml.YamlPath;

/**
 * A rule that opens or, of an administrator, refuses a connection, or part of a destination.
 *
 * @param policy which holds it
 * @param rule its number, from 1 within its direction
 * @param path where it stands in the policy's document
 * @param part of the destination
 * @param sure whether it certainly does
 */
public record Opening(ObjectRef policy, int rule, YamlPath path, AddressSet part, boolean sure) {}
