import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Ask } from '@/src/domain/kernel/ask'
import type { Finding } from '@/src/domain/kernel/decision'
import { takeBack } from '@/src/domain/receivables/takeBack'

import { refusal, refuse } from '../refusal'
import { type DatedAllocation, dated, judgeAllocations, type Payer, proposedAllocations } from './allocations'

/** What settling is told: the invoices with their amounts (none told: the oldest due), and the day it counts from. */
export const settling = z.object({
  allocations: z.array(z.object({ invoice: z.number().int().positive(), amount: z.number() })).optional(),
  date: z.iso.date().optional(),
})

/** What taking back is told: the invoices, in full or in part; none told: everything. */
export const takingBack = z.object({
  allocations: z.array(z.object({ invoice: z.number().int().positive(), amount: z.number().positive().optional() })).optional(),
})

/** The open invoices of the payer with what would be settled of each, from the address that proposes it. */
export const openInvoicesFrom = (from: string): Ask => ({
  name: 'allocations',
  label: { zh: '未收发票（先到期先核销）', en: 'Open invoices (oldest due first)' },
  kind: 'lines',
  required: false,
  key: 'invoice',
  from,
  show: [
    { name: 'no', label: { zh: '发票', en: 'Invoice' } },
    { name: 'dueDate', label: { zh: '到期日', en: 'Due' } },
    { name: 'openAmount', label: { zh: '未收金额', en: 'Open' }, figure: true },
  ],
  columns: [{ name: 'amount', label: { zh: '核销金额', en: 'Amount' }, kind: 'number', from: 'proposed' }],
})

/**
 * Settles invoices with what is `open` of a receipt or a credit note: those named, or the oldest due. Refuses when there is nothing to
 * settle; judged and dated under the locks of the invoices.
 */
export async function settle({
  req,
  payer,
  open,
  asked,
  today,
}: {
  req: PayloadRequest
  payer: Payer
  open: string
  asked: z.infer<typeof settling>
  today: string
}): Promise<{ settled: DatedAllocation[]; findings: Finding[] }> {
  const allocations = asked.allocations ?? (await proposedAllocations({ req, receipt: payer, open }))
  if (allocations.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: payer.no } })
  const findings = await judgeAllocations({ req, receipt: payer, open, allocations })
  return { settled: await dated({ req, receipt: payer, allocations, on: asked.date ?? today }), findings }
}

type Settled = { invoice?: number; amount: number }

/** What stays settled when this is taken back, the latest first; refuses what was never settled. */
export function takenBack<Row extends Settled>({
  req,
  document,
  rows,
  asked,
}: {
  req: PayloadRequest
  document: string
  rows: readonly Row[]
  asked: z.infer<typeof takingBack>
}): Row[] {
  if (rows.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document } })
  if (!asked.allocations) return []
  const { kept, findings } = takeBack({ document, rows, wanted: asked.allocations })
  if (findings.length > 0) throw refusal(findings, req)
  return kept
}
