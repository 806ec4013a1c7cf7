import { expect, test } from '@jest/globals'

import { breakingChanges } from './breakingChanges'

const migration = (up: string, down = 'drop table "later"'): string =>
  `export async function up({ db }) {\n  await db.execute(sql\`${up}\`)\n}\nexport async function down({ db }) {\n  await db.execute(sql\`${down}\`)\n}`

test.each([
  [
    'a new table with everything it wants',
    'create table notes (id serial primary key, text text not null unique); create unique index notes_text on notes (text)',
  ],
  ['a constraint on a table of its own', 'CREATE TABLE "a" ("b" integer NOT NULL);\n ALTER TABLE "a" ADD CONSTRAINT "a_b" UNIQUE("b")'],
  ['a column that may be empty', 'ALTER TABLE "orders" ADD COLUMN "note" varchar'],
  ['a column that fills itself', 'ALTER TABLE "orders" ADD COLUMN "rank" integer DEFAULT 0 NOT NULL'],
  [
    'a reference of a new column',
    'ALTER TABLE "orders" ADD CONSTRAINT "x_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."customers"("id")',
  ],
  ['a value more of a choice', `ALTER TYPE "public"."enum_orders_status" ADD VALUE 'parked'`],
  ['an index', 'CREATE INDEX "orders_note_idx" ON "orders" USING btree ("note")'],
  ['a function, whatever it does', 'create function f() returns trigger as $$ begin drop table x; return new; end $$ language plpgsql'],
  ['rows that are filled', 'update orders set note = 1 where note is null'],
])('%s may run beside the version before', (_what, up) => expect(breakingChanges(migration(up))).toEqual([]))

test.each([
  ['drop table notes', 'drops a table'],
  ['ALTER TABLE "orders" DROP COLUMN "note"', 'drops a column'],
  ['alter table orders rename column note to remark', 'renames'],
  ['ALTER TABLE "orders" RENAME TO "sales_orders"', 'renames'],
  ['ALTER TABLE "orders" ALTER COLUMN "no" SET DATA TYPE integer', 'changes the type of a column'],
  ['ALTER TABLE "orders"\n  ALTER COLUMN "note" SET NOT NULL', 'demands a value'],
  ['ALTER TABLE "orders" ALTER COLUMN "rate" DROP DEFAULT', 'takes away a default'],
  ['ALTER TABLE "orders" ADD COLUMN "rank" integer NOT NULL', 'demands a value'],
  ['ALTER TABLE "public"."orders" ADD CONSTRAINT "p" CHECK (price > 0)', 'forbids'],
  ['CREATE UNIQUE INDEX "orders_note" ON "public"."orders" ("note")', 'forbids'],
  ['create table a (b integer); DROP TYPE "public"."enum_orders_status"', 'drops a type'],
])('%s breaks it', (up, harm) => expect(breakingChanges(migration(up))).toEqual([expect.stringContaining(harm)]))
