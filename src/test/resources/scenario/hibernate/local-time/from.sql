create table account (id bigint not null, opens time(6), primary key (id));
