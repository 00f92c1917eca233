package dev.retort.diff;

/** What a difference leaves open until somebody says it. */
public sealed interface Gap
        permits RenameCandidate,
                RequiredColumn,
                LeavingValues,
                StoredOtherwise,
                NewReference,
                GrownReference,
                MovedValues {}
