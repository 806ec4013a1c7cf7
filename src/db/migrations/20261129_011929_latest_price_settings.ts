import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "pricing_settings" ADD COLUMN "latest_price_after_discount" boolean DEFAULT false;
  ALTER TABLE "pricing_settings" ADD COLUMN "unit_price_quotes" boolean DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "pricing_settings" DROP COLUMN "latest_price_after_discount";
  ALTER TABLE "pricing_settings" DROP COLUMN "unit_price_quotes";`)
}
