CREATE TABLE nothing_changed (x varchar(20) UNIQUE);
CREATE INDEX ix_nothing_changed_x ON nothing_changed (x);
