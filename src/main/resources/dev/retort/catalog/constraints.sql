-- contype: p, u, c, f, x; from 18 also n, of which those are read that say more than pg_attribute.attnotnull. conparentid: what a partitioned table passes on.
select k.oid,
       k.conrelid as relation,
       k.conname as name,
       k.contype as kind,
       array_to_string(k.conkey, ' ') as key,
       k.condeferrable as deferrable,
       k.condeferred as deferred,
       k.convalidated as validated,
       k.connoinherit as no_inherit,
       case k.contype when 'c' then pg_get_expr(k.conbin, k.conrelid)
                      when 'x' then pg_get_constraintdef(k.oid) end as definition,
       case when i.indnatts > i.indnkeyatts then i.indkey::text end as index_key,
       i.indnkeyatts as index_keys,
       case when k.contype in ('p', 'u', 'x') then k.conindid end as index_oid,
       case k.contype when 'f' then k.conindid end as rests_on,
       i.indnullsnotdistinct as nulls_not_distinct, -- since 15
       false as nulls_not_distinct, -- until 14
       fn.nspname as target_namespace,
       f.relname as target_name,
       -- Most keys have one column, and one look-up is a tenth of a join.
       case when k.contype <> 'f' then null
            when cardinality(k.confkey) = 1 then
                array[(select a.attname::text from pg_attribute a
                        where a.attrelid = k.confrelid and a.attnum = k.confkey[1])]
            else array(select a.attname::text
                   from unnest(k.confkey) with ordinality as u(number, place)
                   join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number
                  order by u.place) end as target_columns,
       k.confmatchtype as match,
       k.confdeltype as on_delete,
       k.confupdtype as on_update,
       array_to_string(k.confdelsetcols, ' ') as set_columns, -- since 15
       null as set_columns, -- until 14
       k.conperiod as period, -- since 18
       false as period, -- until 17
       k.conenforced as enforced -- since 18
       true as enforced -- until 17
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = case when k.contype in ('p', 'u') then k.conindid end
  left join pg_attribute nn on k.contype = 'n' and nn.attrelid = k.conrelid and nn.attnum = k.conkey[1] and nn.attislocal -- since 18
  left join pg_class f on f.oid = nullif(k.confrelid, 0)
  left join pg_namespace fn on fn.oid = f.relnamespace
 where (k.contype in ('p', 'u', 'c', 'f', 'x')
        or k.contype = 'n' -- since 18
           and (not k.convalidated or k.connoinherit or k.conname <> c.relname || '_' || nn.attname || '_not_null') -- since 18
       )
   and k.conislocal
   and k.conparentid = 0
   and c.relkind in ('r', 'p')
   and not c.relispartition
   and :scope
 order by k.conrelid, k.conname
