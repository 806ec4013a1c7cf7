import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "drawings" ADD COLUMN "format" varchar;
  ALTER TABLE "drawings" ADD COLUMN "detail" varchar;
  ALTER TABLE "drawings" ADD COLUMN "used" boolean DEFAULT false;
  ALTER TABLE "pictures" ADD COLUMN "used" boolean DEFAULT false;
  CREATE INDEX "drawings_format_idx" ON "drawings" USING btree ("format");
  CREATE INDEX "drawings_used_idx" ON "drawings" USING btree ("used");
  CREATE INDEX "pictures_used_idx" ON "pictures" USING btree ("used");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "drawings_format_idx";
  DROP INDEX "drawings_used_idx";
  DROP INDEX "pictures_used_idx";
  ALTER TABLE "drawings" DROP COLUMN "format";
  ALTER TABLE "drawings" DROP COLUMN "detail";
  ALTER TABLE "drawings" DROP COLUMN "used";
  ALTER TABLE "pictures" DROP COLUMN "used";`)
}
