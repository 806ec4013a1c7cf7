import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payment_terms_instalments" ALTER COLUMN "percent" SET NOT NULL;
  ALTER TABLE "payment_terms_instalments" ALTER COLUMN "days" SET NOT NULL;
  ALTER TABLE "company" ADD COLUMN "colour" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payment_terms_instalments" ALTER COLUMN "percent" DROP NOT NULL;
  ALTER TABLE "payment_terms_instalments" ALTER COLUMN "days" DROP NOT NULL;
  ALTER TABLE "company" DROP COLUMN "colour";`)
}
