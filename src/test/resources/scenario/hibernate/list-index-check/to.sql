create table account (id bigint not null, primary key (id));
create table account_tags (tags_order integer not null check ((tags_order>=0)), account_id bigint not null, tags varchar(255), primary key (account_id, tags_order));
alter table if exists account_tags add constraint FKf2pbhlmhhsvl58j7gdnuw2xdl foreign key (account_id) references account;
