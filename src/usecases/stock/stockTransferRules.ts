import type { Finding } from '@/src/domain/kernel/decision'
import { stockTransferContributions } from '@/src/domain/stock/stockTransfer'
import { transferLineFigures } from '@/src/domain/stock/stockTransfer'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { stockTransferKind } from '@/src/domain/stock/stockTransferKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { receiveTransfer } from './receiveTransfer'
import { reverseTransfer } from './reverseTransfer'
import { shipTransfer } from './shipTransfer'
import { cancelStockDocument } from './postStockDocument'
import { prepareStockDocument } from './prepareStockDocument'

type TransferDocument = Stored<'stock-transfers'>

async function prepareTransfer(ctx: VerbContext<TransferDocument>): Promise<{ doc: TransferDocument; findings: Finding[] }> {
  const { doc, findings } = await prepareStockDocument(ctx, { warehouses: ['from', 'to'], rightOn: 'from' })
  if (doc.from === doc.to) findings.push(invalid('to', 'to', doc.to, 'another warehouse'))
  const expectedDate = doc.expectedDate ? String(doc.expectedDate).slice(0, 10) : null
  return { doc: { ...doc, expectedDate, lines: doc.lines.map((line) => ({ ...line, receivedQty: 0, receivedValue: 0 })) }, findings }
}

/** 调拨单: what the engine needs to know of a transfer between warehouses. */
defineDocument<TransferDocument>({
  ...stockTransferKind,
  prepare: prepareTransfer,
  contributions: stockTransferContributions,
  lineFigures: transferLineFigures,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
  guards: { minimumPrice: false, credit: null, availability: 'checkTransfer' },
  verbs: { ship: shipTransfer, receive: receiveTransfer, reverse: reverseTransfer, cancel: cancelStockDocument },
})
