-- A row a column read; no column where the whole row or just the relation is. What reads a partition reads its parent.
select distinct r.ev_class as view, un.nspname as namespace, u.relname as name, a.attname as attribute
  from pg_rewrite r
  join pg_class c on c.oid = r.ev_class
  join pg_namespace n on n.oid = c.relnamespace
  join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
       and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.ev_class
  join pg_class o on o.oid = d.refobjid
  join pg_class u on u.oid = case when o.relispartition then pg_partition_root(o.oid) else o.oid end
  join pg_namespace un on un.oid = u.relnamespace
  left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid and d.refobjsubid > 0
 where c.relkind in ('v', 'm')
   and r.rulename = '_RETURN'
   and u.relkind in ('r', 'p', 'f', 'v', 'm')
   and :scope
