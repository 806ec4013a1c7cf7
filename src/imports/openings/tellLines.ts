import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { invoiceBaseGross } from '@/src/domain/fulfilment/invoiceContributions'
import type { Invoice } from '@/src/domain/fulfilment/invoice'
import { now } from '@/src/engine/clock'
import { rulesOf } from '@/src/engine/define'
import { readDocument } from '@/src/engine/documents/readDocument'
import { planPostings } from '@/src/engine/posting/planPostings'
import { postPlan } from '@/src/engine/posting/postPlan'
import { settingsOf } from '@/src/engine/settings'
import { lockCreditObjects, lockDocumentRows } from '@/src/ledger/locks'
import { sealOpenings } from '@/src/ledger/openingSeals'

import { fieldsOf } from '../masters/fieldColumns'
import { fillRecord } from '../staging/insertRecords'

/** What the history says of an invoice that the opening receivables did not. */
export type Told = Pick<
  Invoice,
  | 'lines'
  | 'netTotal'
  | 'taxTotal'
  | 'taxMode'
  | 'exchangeRate'
  | 'freight'
  | 'freightNet'
  | 'freightTax'
  | 'freightTaxRate'
  | 'salesperson'
  | 'department'
  | 'region'
  | 'channel'
>

/** Of a whole document, what is told of one that is there. */
export const linesTold = ({
  lines,
  netTotal,
  taxTotal,
  taxMode,
  exchangeRate,
  freight,
  freightNet,
  freightTax,
  freightTaxRate,
  salesperson,
  department,
  region,
  channel,
}: Told): Told => ({
  ...{ lines, netTotal, taxTotal, taxMode, exchangeRate, freight, freightNet, freightTax, freightTaxRate },
  ...{ salesperson, department, region, channel },
})

/** An invoice that came with the opening receivables gets its lines from the history; what is owed of it stays as it was. */
export async function tellLines(req: PayloadRequest, id: number, told: Told): Promise<void> {
  const rules = rulesOf('invoices')
  await lockDocumentRows({ req, documents: [{ slug: 'invoices', id }] })
  const stored = await readDocument({ req, slug: 'invoices', id, overrideAccess: true })
  const filled = { ...stored, ...told, date: stored.date.slice(0, 10) }
  const owed = invoiceBaseGross(stored).minus(d(stored.settledBefore ?? 0))
  const settled = invoiceBaseGross(filled).minus(owed)
  // a cent of rounding is owed as well where nothing was paid
  const doc = { ...filled, settledBefore: stored.settledBefore && settled.isPositive() ? toNumber(settled) : 0 }
  await fillRecord({ req, slug: 'invoices', fields: fieldsOf(req, 'invoices'), record: { ...told, id, settledBefore: doc.settledBefore } })
  const settings = await settingsOf(req)
  const plan = await planPostings({ req, rules, doc, stored, settings })
  await lockCreditObjects({ req, objects: plan.creditObjects })
  await postPlan({ req, rules, doc, stored, plan, settings, at: now(req).instant })
  await sealOpenings(req, 'invoices', { first: id, last: id })
}
