create table customer (id bigint not null, email varchar(255) unique, first_name varchar(255), last_name varchar(255), primary key (id), unique (last_name, first_name));
