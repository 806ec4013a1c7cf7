import { demoBatch } from './goods'
import type { OrderPlot } from './orderPlot'

const whole = (ago: number, invoiceAgo: number, paid: ReadonlyArray<{ ago: number; part: number }> = []) => [
  { ago, part: 1, invoice: { ago: invoiceAgo, paid } },
]

/** Delivered, invoiced, paid: the quiet business of the last months, and what was not paid in time. */
export const history: readonly OrderPlot[] = [
  {
    customer: 'C001',
    by: 'sales',
    ago: 118,
    until: 'approved',
    lines: [
      ['GZK-1700-QG', 40_000],
      ['MD-0900-YG', 120_000],
    ],
    deliveries: whole(104, 100, [{ ago: 45, part: 1 }]),
  },
  {
    customer: 'C003',
    by: 'sales',
    ago: 112,
    until: 'approved',
    lines: [['SHK-1250-YG', 60_000]],
    deliveries: whole(98, 96, [{ ago: 50, part: 1 }]),
  },
  {
    customer: 'C002',
    by: 'sales2',
    ago: 105,
    until: 'approved',
    lines: [
      ['SHK-1500-YG', 50_000],
      ['MD-0750-YG', 90_000],
    ],
    deliveries: whole(90, 88, [{ ago: 30, part: 0.6 }]),
  },
  { customer: 'C005', by: 'sales2', ago: 100, until: 'approved', lines: [['GZK-1400-QG', 45_000]], deliveries: whole(86, 85) },
  {
    customer: 'C007',
    by: 'sales',
    ago: 92,
    until: 'approved',
    lines: [['SHK-1000-YG', 38_000]],
    deliveries: whole(80, 78, [{ ago: 76, part: 0.5 }]),
  },
  {
    customer: 'C004',
    by: 'sales',
    ago: 84,
    until: 'approved',
    lines: [
      ['GZK-2000-QS', 20_000],
      ['MD-1050-HS', 40_000],
    ],
    deliveries: whole(70, 68, [{ ago: 12, part: 1 }]),
  },
  { customer: 'C006', by: 'sales2', ago: 76, until: 'approved', lines: [['SHK-1700-JS', 22_000]], deliveries: whole(62, 60) },
  {
    customer: 'C011',
    by: 'sales',
    ago: 66,
    until: 'approved',
    lines: [['GZK-1700-YG', 30_000]],
    deliveries: whole(52, 50),
  },
  { customer: 'C008', by: 'sales2', ago: 90, until: 'approved', lines: [['GZK-1700-HG', 36_000]], deliveries: whole(75, 74) },
  { customer: 'C013', by: 'sales', ago: 58, until: 'approved', lines: [['GZK-1700-QG', 25_000]], deliveries: whole(44, 40) },
]

/** Under way: delivered in part, waiting for an invoice, paid in advance, about to leave. */
export const inMotion: readonly OrderPlot[] = [
  // delivered in part, the rest open; one part invoiced
  {
    customer: 'C001',
    by: 'sales',
    ago: 36,
    until: 'approved',
    lines: [
      ['GZK-2300-HS', 24_000, { batchNo: demoBatch }],
      ['MD-1200-ZS', 30_000],
    ],
    deliveries: [{ ago: 22, part: 0.5, invoice: { ago: 20 } }],
  },
  {
    customer: 'C002',
    by: 'sales2',
    ago: 30,
    until: 'approved',
    lines: [
      ['SHK-1250-QS', 48_000],
      ['SHK-2000-QG', 16_000],
    ],
    deliveries: [
      { ago: 16, part: 0.25, invoice: { ago: 15 } },
      { ago: 9, part: 0.25 },
    ],
  },
  // everything delivered, not invoiced
  {
    customer: 'C003',
    by: 'sales',
    ago: 26,
    until: 'approved',
    lines: [
      ['MD-0900-HG', 80_000],
      ['MD-0950-QS', 60_000],
    ],
    deliveries: [{ ago: 6, part: 1 }],
  },
  // the invoice waits for its approval
  {
    customer: 'C004',
    by: 'sales',
    ago: 24,
    until: 'approved',
    lines: [['GZK-2000-JS', 18_000]],
    deliveries: [{ ago: 8, part: 1, invoice: { ago: 5, draft: true } }],
  },
  // in gross, paid before delivery
  {
    customer: 'C009',
    by: 'sales',
    ago: 20,
    until: 'approved',
    lines: [['SHK-1500-HS', 200, { unit: '罗' }]],
    advance: { ago: 18, part: 1 },
    deliveries: [{ ago: 10, part: 0.5, invoice: { ago: 9 } }],
  },
  { customer: 'C010', by: 'sales2', ago: 7, until: 'approved', lines: [['MD-1050-JS', 30_000]], advance: { ago: 5, part: 0.3 } },
  // approved; the delivery is being prepared
  {
    customer: 'C007',
    by: 'sales',
    ago: 14,
    until: 'approved',
    lines: [['SHK-1000-YG', 26_000]],
    deliveries: [{ ago: 0, part: 1, draft: true }],
  },
  {
    customer: 'C005',
    by: 'sales2',
    ago: 12,
    until: 'approved',
    lines: [
      ['GZK-1400-QG', 20_000],
      ['MD-0750-QG', 50_000],
    ],
  },
  { customer: 'C006', by: 'sales2', ago: 10, until: 'reviewed', lines: [['SHK-1500-YG', 24_000]] },
  // samples for a new collection, from engineering's stock
  {
    customer: 'C001',
    by: 'sales',
    ago: 11,
    until: 'approved',
    header: { kind: 'sample' },
    lines: [['YB-GZK-2100', 60, { supply: 'engineeringStock', free: true }]],
    deliveries: [{ ago: 7, part: 1 }],
  },
]

/** Not yet approved. */
export const open: readonly OrderPlot[] = [
  { customer: 'C004', by: 'sales', ago: 1, lines: [['GZK-1700-HG', 15_000]] },
  {
    customer: 'C002',
    by: 'sales2',
    ago: 0,
    lines: [
      ['SHK-1250-QG', 30_000],
      ['MD-0900-YG', 50_000],
    ],
  },
  // two departments still have to answer
  { customer: 'C003', by: 'sales', ago: 2, until: 'submitted', lines: [['SHK-1250-YG', 50_000]] },
  {
    customer: 'C005',
    by: 'sales2',
    ago: 3,
    until: 'submitted',
    lines: [['GZK-2000-QS', 22_000, { changes: ['appearance'] }]],
    opinions: { sales: { opinion: 'agree' }, pmc: null, rd: null },
  },
]
