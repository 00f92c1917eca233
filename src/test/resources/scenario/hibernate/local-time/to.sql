create table account (id bigint not null, opens time(0), primary key (id));
