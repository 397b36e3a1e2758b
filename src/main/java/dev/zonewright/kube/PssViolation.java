package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;

/**
 * A field by which a pod fails, or may fail, a check of the Pod Security Standards.
 *
 * @param level the level that the pod does not meet because of it
 * @param at the field that decides; of something absent, where it would stand
 * @param certain false when the field, or one that could excuse it, is a placeholder or of the
 *     wrong type, so that the pod may as well pass
 */
public record PssViolation(PssCheck check, PssLevel level, YamlCursor at, boolean certain) {}
