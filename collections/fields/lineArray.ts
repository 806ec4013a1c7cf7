import type { ArrayField, Field } from 'payload'

import type { GridHead } from '@/src/domain/grid/gridHead'

import { quantity } from './figures'
import type { Label } from './label'
import { readOnlyField } from './readOnlyField'

/** Quantity in stock unit and amounts in base currency: computed on every save, six decimals so that imported history keeps its cents. */
export const derivedLineFields = (): Field[] => [
  readOnlyField(quantity('stockQty', { zh: '库存单位数量', en: 'Stock quantity' })),
  ...(
    [
      ['baseNet', { zh: '本币无税', en: 'Base net' }],
      ['baseTax', { zh: '本币税额', en: 'Base tax' }],
      ['baseGross', { zh: '本币价税', en: 'Base gross' }],
    ] as Array<[string, Label]>
  ).map(([name, label]) => readOnlyField({ name, type: 'number', label, custom: { scale: 6 } } as Field)),
]

/** A column of the grid; one with `when` is shown only while that field of the document has that value. */
export type GridColumn = string | { name: string; when: { field: string; is: string } }

/**
 * The lines of a document, edited in our own grid. The engine judges them (required, quantities, prices) with findings that
 * name row and field; a step that does not change lines leaves them unwritten, so the field itself accepts their absence.
 */
export const lineArray = ({ grid, fields, head }: { grid: GridColumn[]; fields: Field[]; head?: GridHead }): ArrayField => ({
  name: 'lines',
  type: 'array',
  label: { zh: '明细', en: 'Lines' },
  labels: { singular: { zh: '行', en: 'Line' }, plural: { zh: '明细', en: 'Lines' } },
  validate: () => true,
  maxRows: 5000,
  // what stands in `custom` stays on the server: the columns go to the browser with `admin.custom`
  admin: { custom: { columns: grid, ...(head ? { head } : {}) }, components: { Field: '/src/admin/fields/opened#LineGrid' } },
  fields,
})
