create table customer (id bigint not null, primary key (id));
create sequence customer_SEQ start with 1 increment by 1;
