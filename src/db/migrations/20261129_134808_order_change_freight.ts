import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders" ADD COLUMN "freight_earlier" jsonb;
  ALTER TABLE "order_changes" ADD COLUMN "freight" numeric(18, 4);
  ALTER TABLE "order_changes" ADD COLUMN "freight_tax_rate" numeric(18, 4);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders" DROP COLUMN "freight_earlier";
  ALTER TABLE "order_changes" DROP COLUMN "freight";
  ALTER TABLE "order_changes" DROP COLUMN "freight_tax_rate";`)
}
