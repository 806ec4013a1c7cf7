/** Which buckets make up the exposure, as the house has set it: `rule(orders, deliveries, unaudited, receivable, threshold, watch)`. */
export const creditRule = `select coalesce(s.bucket_orders, true) as orders, coalesce(s.bucket_deliveries, true) as deliveries, coalesce(s.bucket_unaudited_invoices, true) as unaudited,
    coalesce(s.bucket_receivable, true) as receivable, coalesce(s.overdue_threshold, 10) as threshold, coalesce(s.watch_ratio, 90) as watch
  from (select 1) one left join credit_settings s on true limit 1`

/** Whether an entry of a bucket counts. */
export const bucketCounts = (bucket: string): string =>
  `case ${bucket} when 'orders' then r.orders when 'deliveries' then r.deliveries when 'unauditedInvoices' then r.unaudited else r.receivable end`
