import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "company" ADD COLUMN "texts_quotation_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_quotation_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_mail_en" jsonb;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "company" DROP COLUMN "texts_quotation_zh";
  ALTER TABLE "company" DROP COLUMN "texts_quotation_en";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_zh";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_en";
  ALTER TABLE "company" DROP COLUMN "texts_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_mail_en";`)
}
