create table account (id bigint not null, made timestamp(6) with time zone, changed timestamp(6) with time zone, primary key (id));
