import type { CostShare } from '@/src/domain/stock/costCorrection'
import type { VerbContext } from '@/src/engine/document'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { spreadInvoiceCosts } from '@/src/ledger/facts/corrections'
import { restoreLatestCosts } from '@/src/ledger/facts/costs'
import { lockDocumentRows } from '@/src/ledger/locks'

type CorrectionDocument = Stored<'cost-corrections'>

export async function receiptOf({ req }: Pick<VerbContext<unknown>, 'req'>, id: number | null): Promise<Stored<'stock-receipts'> | null> {
  if (id === null) return null
  await lockDocumentRows({ req, documents: [{ slug: 'stock-receipts', id }] })
  return await findDocument({ req, slug: 'stock-receipts', id, overrideAccess: true })
}

export async function followUp(
  { req, doc }: Pick<VerbContext<CorrectionDocument>, 'req' | 'doc'>,
  shares: readonly CostShare[],
): Promise<void> {
  await restoreLatestCosts(req, [...new Set(doc.lines.map(({ item }) => item))])
  await spreadInvoiceCosts(
    req,
    shares.filter(({ slug }) => slug === 'deliveries').map(({ line }) => line),
  )
}
