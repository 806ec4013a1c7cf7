import { documentKind } from '../kernel/documentKind'
import { bookkeepers, stockReaders } from '../people/crews'
import type { CostCorrection } from './costCorrection'
import { postedStates } from './postedStates'

/** 成本调整单: what a receipt turned out to have cost. */
export const costCorrectionKind = documentKind<CostCorrection>()({
  ...postedStates,
  slug: 'cost-corrections',
  title: { zh: '成本调整单', en: 'Cost correction', many: 'Cost corrections' },
  purpose: { zh: '成本调整单：入库后才知道的成本', en: 'Cost corrections: what a receipt turned out to have cost' },
  series: 'CC',
  editors: bookkeepers,
  readers: stockReaders,
  rows: { warehouses: ['warehouse'] },
  figure: 'cost',
  menu: { group: 'stock', usedBy: ['finance'] },
  columns: ['no', 'date', 'receipt', 'status', 'reason', 'preparedBy'],
  foundBy: ['no'],
})
