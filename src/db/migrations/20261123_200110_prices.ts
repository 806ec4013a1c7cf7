import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One look-up finds the rows of a scope: who it is for and what it is for, an empty side as 0. */
const scopeIndex = `create index price_policies_scope on price_policies
  (coalesce(item_id, 0), coalesce(customer_id, 0), coalesce(customer_category_id, 0),
   coalesce(case when item_id is null then item_category_id end, 0))`

/** Bad rows are refused by name when they are saved; what comes past the forms is refused here. */
const statements: readonly string[] = [
  scopeIndex,
  `alter table price_policies
     add constraint price_policies_not_negative check (price >= 0 and discount_rate >= 0 and discount_rate <= 100 and min_qty >= 0) not valid`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('alter table price_policies drop constraint price_policies_not_negative'))
  await db.execute(sql.raw('drop index price_policies_scope'))
}
