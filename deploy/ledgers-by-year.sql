-- The four books, partitioned by year of the business day: for houses whose ledgers no longer fit into memory (docs/operations.md).
-- Run by the owner of the tables while no server runs:   psql "$DATABASE_OWNER_URL" -v ON_ERROR_STOP=1 -1 -f deploy/ledgers-by-year.sql
-- The next start of a server grants the application what it may do with the new tables. Years until 2040 are made; what lies outside goes to a part of its own.
do $$
declare
  book text;
  before text;
  piece record;
  key text;
begin
  foreach book in array array['stock_entries', 'credit_entries', 'progress_entries', 'receivable_entries'] loop
    before := book || '_before';
    if (select relkind from pg_class where oid = book::regclass) = 'p' then continue; end if;
    execute format('alter table %I rename to %I', book, before);
    execute format('create table %I (like %I including defaults including constraints) partition by range (business_date)', book, before);
    execute format('create table %I partition of %I default', book || '_other', book);
    for piece in select generate_series(2015, 2040) as year loop
      execute format('create table %I partition of %I for values from (%L) to (%L)', book || '_' || piece.year, book,
        make_date(piece.year, 1, 1), make_date(piece.year + 1, 1, 1));
    end loop;
    execute format('insert into %I select * from %I', book, before);

    -- what counts up goes on counting
    execute format('alter sequence %s owned by %I.id', pg_get_serial_sequence(before, 'id'), book);

    -- what must be one of a kind is so within its year: the number comes from one sequence
    for piece in select i.indexrelid, c.relname, pg_get_indexdef(i.indexrelid) as made, i.indisprimary as is_key
        from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = before::regclass loop
      if piece.is_key then
        execute format('alter table %I drop constraint %I', before, piece.relname);
        execute format('alter table %I add constraint %I primary key (id, business_date)', book, piece.relname);
      else
        execute format('drop index %I', piece.relname);
        execute replace(piece.made, before, book);
      end if;
    end loop;
    for piece in select conname, pg_get_constraintdef(oid) as made from pg_constraint where conrelid = before::regclass and contype = 'f' loop
      execute format('alter table %I add constraint %I %s', book, piece.conname, piece.made);
    end loop;

    -- what keeps the past from being rewritten keeps every year
    for piece in select t.tgname, pg_get_triggerdef(t.oid) as made, t.tgtype & 1 = 1 as each_row
        from pg_trigger t where t.tgrelid = before::regclass and not t.tgisinternal loop
      execute replace(piece.made, before, book);
      if not piece.each_row and piece.made not like '%REFERENCING%' then
        for key in select inhrelid::regclass::text from pg_inherits where inhparent = book::regclass loop
          execute replace(piece.made, before, key);
        end loop;
      end if;
    end loop;
    execute format('drop table %I', before);
  end loop;
end $$;
analyze stock_entries, credit_entries, progress_entries, receivable_entries;
