select o.oid, n.nspname as namespace, o.opcname as name, o.opcdefault as standard
  from pg_opclass o
  join pg_namespace n on n.oid = o.opcnamespace
