import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "drawings" ADD COLUMN "prefix" varchar DEFAULT '';
  ALTER TABLE "drawings" ADD COLUMN "_objectkey" varchar;
  ALTER TABLE "pictures" ADD COLUMN "prefix" varchar DEFAULT '';
  ALTER TABLE "pictures" ADD COLUMN "_objectkey" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "drawings" DROP COLUMN "prefix";
  ALTER TABLE "drawings" DROP COLUMN "_objectkey";
  ALTER TABLE "pictures" DROP COLUMN "prefix";
  ALTER TABLE "pictures" DROP COLUMN "_objectkey";`)
}
