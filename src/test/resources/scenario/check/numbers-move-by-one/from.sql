CREATE TABLE t (
    ev integer CHECK (ev IN (1, 2)),
    alone integer CHECK (alone IN (5)),
    place smallint CHECK (place BETWEEN 0 AND 2),
    "Kin d" integer CHECK ("Kin d" IN (1, 2)),
    grows integer CHECK (grows IN (1, 2))
);
