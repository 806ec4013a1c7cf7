import { textOf } from '@/src/domain/kernel/textOf'
import { sheetWords } from '@/src/domain/words/sheetWords'

import type { Print } from '../sheet'
import { codeOf, dayOf, nameOf, quantity } from '../shown'
import { type Feature, featureTable, filled, type Measured, rowsIn, say } from './sampleTables'

type Operation = { name: string; operator?: string | null; remark?: string | null } & Partial<
  Record<'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd', string | null>
>
type Material = { item: unknown; qty: number; warehouse?: unknown; batchNo?: string | null; issued?: boolean | null }

const span = (from: unknown, to: unknown): string => [dayOf(from).slice(5), dayOf(to).slice(5)].filter(Boolean).join(' – ')

/** 流程卡: goes with the pieces through the workshop; what is done by hand is written onto it. */
export const travellerCard: Print = {
  slug: 'sample-work-orders',
  name: 'traveller',
  title: { zh: '样板流程卡', en: 'Traveller card' },
  sheet: ({ doc, language, company }) => {
    const own = say[language]
    const sample = doc['sample'] as { features?: Feature[] } | null
    const operations = rowsIn<Operation>(doc['operations'])
    return {
      language,
      company,
      title: travellerCard.title[language],
      no: doc.no,
      facts: filled([
        [own.sample, textOf((doc['sample'] as { no?: string } | null)?.no)],
        [own.name, nameOf(doc['sample']) || nameOf(doc['item'])],
        [own.itemNo, codeOf(doc['item'])],
        [
          sheetWords[language].qty,
          [quantity(doc['qty']), textOf((doc['item'] as { unit?: string } | null)?.unit)].filter(Boolean).join(' '),
        ],
        [sheetWords[language].customer, nameOf(doc['customer'])],
        [own.due, dayOf(doc['due'])],
        [own.order, textOf((doc['order'] as { no?: string } | null)?.no)],
        [sheetWords[language].warehouse, nameOf(doc['warehouse'])],
        [own.made, `${quantity(doc['completed'] ?? 0)} / ${quantity(doc['scrapped'] ?? 0)}`],
        [sheetWords[language].date, dayOf(doc['date'])],
      ]),
      tables: [
        {
          title: own.operations,
          columns: [
            { title: '#', align: 'right' },
            { title: own.operation, width: '*' },
            { title: own.operator, width: 60 },
            { title: own.planned, width: 76, noWrap: true },
            { title: own.actual, width: 76, noWrap: true },
            { title: own.good, width: 40 },
            { title: own.bad, width: 40 },
            { title: own.sign, width: 60 },
          ],
          rows: operations.map((one, at) => [
            String(at + 1),
            { text: one.name, sub: one.remark ?? '' },
            one.operator ?? '',
            span(one.plannedStart, one.plannedEnd),
            span(one.actualStart, one.actualEnd),
            '',
            '',
            '',
          ]),
          empty: own.none,
        },
        {
          title: own.materials,
          columns: [
            { title: sheetWords[language].item, noWrap: true },
            { title: sheetWords[language].name, width: '*' },
            { title: sheetWords[language].qty, align: 'right' },
            { title: sheetWords[language].warehouse, width: 70 },
            { title: sheetWords[language].batch, width: 60 },
            { title: own.issued, width: 36 },
          ],
          rows: rowsIn<Material>(doc['materials']).map((line) => [
            codeOf(line.item),
            { text: nameOf(line.item), sub: textOf((line.item as { specification?: string | null } | null)?.specification) },
            quantity(line.qty),
            nameOf(line.warehouse),
            line.batchNo ?? '',
            line.issued ? '✓' : '',
          ]),
          empty: own.none,
        },
        featureTable(
          rowsIn<Feature>(sample?.features).filter(({ value }) => value),
          rowsIn<Measured>(doc['measurements']),
          language,
        ),
      ],
      notes: doc['remark'] ? [{ title: sheetWords[language].remark, text: textOf(doc['remark']) }] : [],
      signatures: [own.prepared, own.checked, own.released],
    }
  },
}
