CREATE TABLE old_acc (id bigint NOT NULL, user_name varchar(50), dead text);
