create table account (id bigint not null, primary key (id));
create table account_phones (account_id bigint not null, phones varchar(255), unique (account_id, phones));
alter table if exists account_phones add constraint FKp6w6ofhpmnwtgy9fn3gym1n1s foreign key (account_id) references account;
