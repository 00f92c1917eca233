create table account (id bigint not null, version integer not null, primary key (id));
