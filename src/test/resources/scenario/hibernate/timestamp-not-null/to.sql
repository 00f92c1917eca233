create table account (changed timestamp(6) with time zone not null, id bigint not null, made timestamp(6) with time zone not null, primary key (id));
