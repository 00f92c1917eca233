CREATE TABLE t (
    ev integer CHECK (ev IN (2, 3)),
    alone integer CHECK (alone IN (6)),
    place smallint CHECK (place BETWEEN 0 AND 3),
    "Kin d" integer CHECK ("Kin d" IN (1, 3)),
    grows integer CHECK (grows IN (1, 2, 3))
);
