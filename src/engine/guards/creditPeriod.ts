import type { PayloadRequest } from 'payload'

import { decideCreditPeriod } from '@/src/domain/credit/decideCreditPeriod'
import { businessDate } from '@/src/domain/kernel/businessDate'
import type { Finding } from '@/src/domain/kernel/decision'
import { type CreditTerms, oldestOpenInvoice } from '@/src/ledger/facts/credit'

import type { Settings } from '../settings'

/** Period control of every object that has it, on the oldest open invoice of each. */
export async function periodFindings({
  req,
  objects,
  settings,
  date,
  moment,
  neverBlocks,
  debt,
}: {
  req: PayloadRequest
  objects: ReadonlyArray<{ terms: CreditTerms }>
  settings: Settings
  date: string
  moment: 'save' | 'approve'
  neverBlocks?: boolean
  debt: (index: number) => boolean
}): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [index, { terms }] of objects.entries()) {
    if (!terms.controlPeriod || terms.hold === 'noCheck' || !debt(index)) continue
    const threshold = String(settings.credit.overdueThreshold ?? 10)
    const oldest = await oldestOpenInvoice({ req, object: terms, threshold, byDate: terms.days !== null })
    if (!oldest) continue
    findings.push(
      ...decideCreditPeriod({
        object: terms,
        openItems: [
          {
            document: oldest.documentNo,
            openAmount: oldest.openAmount,
            date: businessDate(oldest.date),
            dueDate: businessDate(oldest.dueDate),
          },
        ],
        date: businessDate(date),
        threshold,
        margin: settings.credit.overdueMargin ?? 0,
        documentRaises: true,
        action: settings.credit.action,
        moment,
        neverBlocks: neverBlocks ?? false,
      }),
    )
  }
  return findings
}
