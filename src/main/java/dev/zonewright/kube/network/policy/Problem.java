package dev.zonewright.kube.network.policy;

import dev.zonewright.yaml.YamlPath;

/**
 * Why the API server refuses a policy.
 *
 * @param path where in the document
 * @param words what is wrong, without a full stop
 * @param ofType whether a value has the wrong type, so that the object cannot even be decoded
 */
public record Problem(YamlPath path, String words, boolean ofType) {}
