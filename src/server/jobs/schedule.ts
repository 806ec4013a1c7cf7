import type { CronItem } from 'graphile-worker'

/**
 * What runs by the clock (minute hour day month weekday, UTC). One entry of the queue per moment, whatever the number of
 * servers. `backfillPeriod`: how far back a moment is made up for when no server was running, in milliseconds.
 */
export const schedule: readonly CronItem[] = [
  // made up for in the morning where machines sleep at night
  { task: 'tidyUp', match: '23 18 * * *', options: { backfillPeriod: 24 * 3_600_000, queueName: 'tidyUp' } },
  // half past two at night in Shanghai; made up for in the morning
  { task: 'proveBooks', match: '30 18 * * *', options: { backfillPeriod: 12 * 3_600_000, queueName: 'proveBooks' } },
  { task: 'chainAudit', match: '* * * * *', options: { backfillPeriod: 60_000, queueName: 'chainAudit' } },
  { task: 'addUpSums', match: '* * * * *', options: { backfillPeriod: 60_000, queueName: 'addUpSums' } },
  { task: 'effectChanges', match: '* * * * *', options: { backfillPeriod: 60_000, queueName: 'effectChanges' } },
  { task: 'watchHouse', match: '*/10 * * * *', options: { backfillPeriod: 0, queueName: 'watchHouse' } },
  { task: 'callOut', match: '* * * * *', options: { backfillPeriod: 60_000, queueName: 'callOut' } },
  { task: 'verifyAudit', match: '53 18 * * *', options: { backfillPeriod: 24 * 3_600_000, queueName: 'verifyAudit' } },
  // the first night of a quarter
  { task: 'rateCustomers', match: '41 18 1 1,4,7,10 *', options: { backfillPeriod: 3 * 24 * 3600 * 1000, queueName: 'rateCustomers' } },
  // five past midnight in Shanghai; made up for in the morning when the server was down
  { task: 'expireQuotes', match: '5 16 * * *', options: { backfillPeriod: 12 * 3_600_000, queueName: 'expireQuotes' } },
  // a minute past every full and half hour, so that midnight is met in every time zone; a day that was missed is made up for
  { task: 'adjustPrices', match: '1,31 * * * *', options: { backfillPeriod: 3_600_000, queueName: 'adjustPrices' } },
  // one at a time, so that a slow round and the next do not remind of the same review
  { task: 'reviewReminder', match: '*/10 * * * *', options: { backfillPeriod: 0, queueName: 'reviewReminder' } },
  // records that nobody saved here: an import, a restored backup
  { task: 'rememberWords', match: '*/5 * * * *', options: { backfillPeriod: 300_000, queueName: 'rememberWords' } },
  // 07:00 in Shanghai
  { task: 'loanReminder', match: '0 23 * * *', options: { backfillPeriod: 3 * 3_600_000, queueName: 'loanReminder' } },
  // 06:45 in Shanghai; made up for when the server was down in the morning
  { task: 'mailReports', match: '45 22 * * *', options: { backfillPeriod: 3 * 3_600_000, queueName: 'mailReports' } },
  // 07:30 in Shanghai, before the working day; made up for when the server was down in the morning
  { task: 'dailyDigest', match: '30 23 * * *', options: { backfillPeriod: 3 * 3_600_000, queueName: 'dailyDigest' } },
  // 07:35 in Shanghai: notices people have in one mail of the day, or of the week
  { task: 'noticeDigest', match: '35 23 * * *', options: { backfillPeriod: 3 * 3_600_000, queueName: 'noticeDigest' } },
]
