CREATE TABLE t (id integer PRIMARY KEY, a_very_long_column_name_that_is_longer_than_the_limit_of_sixty_three_bytes integer);
