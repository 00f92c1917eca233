create table account (id bigint not null, version integer, primary key (id));
