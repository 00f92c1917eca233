-- Partitions have their parent here too, which partitioning says already.
select h.inhrelid as child, n.nspname as namespace, p.relname as name
  from pg_inherits h
  join pg_class p on p.oid = h.inhparent
  join pg_namespace n on n.oid = p.relnamespace
 where p.relkind in ('r', 'p', 'f')
 order by h.inhrelid, h.inhseqno
