CREATE TABLE astronomer (id bigint PRIMARY KEY, career smallint CONSTRAINT astronomer_career_check CHECK (career BETWEEN 0 AND 2), rank smallint CHECK (rank BETWEEN 1 AND 3));
