import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "quotes" ADD COLUMN "freight" numeric(18, 4);
  ALTER TABLE "quotes" ADD COLUMN "freight_tax_rate" numeric(18, 4);
  ALTER TABLE "quotes" ADD COLUMN "freight_net" numeric(18, 2);
  ALTER TABLE "quotes" ADD COLUMN "freight_tax" numeric(18, 2);
  ALTER TABLE "quotes" ADD COLUMN "freight_typed" boolean DEFAULT false;
  ALTER TABLE "quotes" ADD COLUMN "freight_of" jsonb;
  ALTER TABLE "orders" ADD COLUMN "freight_tax_rate" numeric(18, 4);
  ALTER TABLE "orders" ADD COLUMN "freight_net" numeric(18, 2);
  ALTER TABLE "orders" ADD COLUMN "freight_tax" numeric(18, 2);
  ALTER TABLE "orders" ADD COLUMN "freight_typed" boolean DEFAULT false;
  ALTER TABLE "orders" ADD COLUMN "freight_of" jsonb;
  ALTER TABLE "invoices" ADD COLUMN "freight_tax_rate" numeric(18, 4);
  ALTER TABLE "invoices" ADD COLUMN "freight_net" numeric(18, 2);
  ALTER TABLE "invoices" ADD COLUMN "freight_tax" numeric(18, 2);
  ALTER TABLE "invoices" ADD COLUMN "freight_typed" boolean DEFAULT false;
  ALTER TABLE "invoices" ADD COLUMN "freight_of" jsonb;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "quotes" DROP COLUMN "freight";
  ALTER TABLE "quotes" DROP COLUMN "freight_tax_rate";
  ALTER TABLE "quotes" DROP COLUMN "freight_net";
  ALTER TABLE "quotes" DROP COLUMN "freight_tax";
  ALTER TABLE "quotes" DROP COLUMN "freight_typed";
  ALTER TABLE "quotes" DROP COLUMN "freight_of";
  ALTER TABLE "orders" DROP COLUMN "freight_tax_rate";
  ALTER TABLE "orders" DROP COLUMN "freight_net";
  ALTER TABLE "orders" DROP COLUMN "freight_tax";
  ALTER TABLE "orders" DROP COLUMN "freight_typed";
  ALTER TABLE "orders" DROP COLUMN "freight_of";
  ALTER TABLE "invoices" DROP COLUMN "freight_tax_rate";
  ALTER TABLE "invoices" DROP COLUMN "freight_net";
  ALTER TABLE "invoices" DROP COLUMN "freight_tax";
  ALTER TABLE "invoices" DROP COLUMN "freight_typed";
  ALTER TABLE "invoices" DROP COLUMN "freight_of";`)
}
