-- An index that a constraint owns is that constraint; a partition's index is its parent's.
select i.indexrelid as oid,
       i.indrelid as relation,
       n.nspname as namespace,
       c.relname as name,
       m.amname as method,
       i.indisunique as uniqueness,
       i.indnullsnotdistinct as nulls_not_distinct, -- since 15
       false as nulls_not_distinct, -- until 14
       i.indisvalid as valid,
       i.indnkeyatts as keys,
       i.indkey::text as key,
       i.indoption::text as options,
       i.indcollation::text as collations,
       i.indclass::text as opclasses,
       pg_get_expr(i.indpred, i.indrelid) as predicate,
       c.reloptions::text[] as storage,
       case when i.indexprs is not null then
           array(select pg_get_indexdef(i.indexrelid, k, false) from generate_series(1, i.indnkeyatts) k)
       end as expressions,
       -- The one place that tells whether an expression's key has a collation other than the expression's own.
       case when i.indexprs is not null then pg_get_indexdef(i.indexrelid) end as definition
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_class t on t.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_am m on m.oid = c.relam
 where t.relkind in ('r', 'p', 'm')
   and not t.relispartition
   and :scope
   and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
 order by i.indrelid, c.relname
