-- A type that the search path finds; else one of that name in just one place.
select u.name as wanted,
       n.nspname as namespace,
       t.typname as name,
       format_type(t.oid, null) as printed
  from unnest(?) as u(name)
  join pg_type t on t.oid = coalesce(
       to_regtype(quote_ident(u.name))::oid,
       (select min(o.oid::bigint)::oid
          from pg_type o
         where o.typname = u.name and o.typelem = 0
        having count(*) = 1))
  join pg_namespace n on n.oid = t.typnamespace
