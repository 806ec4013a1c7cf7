import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "items_customer_codes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"customer_id" integer NOT NULL,
  	"code" varchar NOT NULL
  );
  
  ALTER TABLE "items_customer_codes" ADD CONSTRAINT "items_customer_codes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "items_customer_codes" ADD CONSTRAINT "items_customer_codes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "items_customer_codes_row_order_idx" ON "items_customer_codes" USING btree ("_order");
  CREATE INDEX "items_customer_codes_parent_id_idx" ON "items_customer_codes" USING btree ("_parent_id");
  CREATE INDEX "items_customer_codes_customer_idx" ON "items_customer_codes" USING btree ("customer_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "items_customer_codes" CASCADE;`)
}
