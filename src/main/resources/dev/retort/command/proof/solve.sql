-- Looks for rows that satisfy conditions, a column after the other, going back where nothing fits; at most so many tries.
-- candidates: SQL by column, which may read the columns before it. conditions: SQL by column, true where the row so far may be right.
create function pg_temp.retort_solve(names text[], types text[], candidates jsonb, conditions jsonb, wanted int, tries int)
returns setof text[] language plpgsql as $solve$
declare
    places int[] := array_fill(0, array[cardinality(names)]);
    found text[] := array_fill(null::text, array[cardinality(names)]);
    place int := 1;
    known text;
    value text;
    good boolean;
begin
    while place > 0 and wanted > 0 and tries > 0 loop
        places[place] := places[place] + 1;
        if places[place] > jsonb_array_length(candidates -> (place - 1)) then
            places[place] := 0;
            place := place - 1;
            continue;
        end if;
        tries := tries - 1;
        select coalesce(string_agg(format('cast(%L as %s) as %I', found[k], types[k], names[k]), ', '), '')
          into known
          from generate_series(1, place - 1) k;
        begin
            execute format('select cast(%I as text), %s from (select r.*, cast((%s) as %s) as %I from (select %s) as r) as row_so_far',
                           names[place], conditions ->> (place - 1), candidates -> (place - 1) ->> (places[place] - 1),
                           types[place], names[place], known)
               into value, good;
        exception when others then
            -- Nothing that the type or a condition takes: the next one.
            good := false;
        end;
        if not good then
            continue;
        end if;
        found[place] := value;
        if place < cardinality(names) then
            place := place + 1;
        else
            return next found;
            wanted := wanted - 1;
            -- The next row shall differ in its first column already.
            for k in 2 .. cardinality(names) loop
                places[k] := 0;
            end loop;
            place := 1;
        end if;
    end loop;
end $solve$
