import { givenId } from '../kernel/idOf'
import { d } from '../kernel/decimal'

const figure = (value: unknown): string => (Number.isFinite(Number(value ?? 0)) ? d(Number(value ?? 0)).toString() : String(value))

/**
 * Level, break, date and priority of a policy row as one text. It stands under a unique index: of two clerks saving equal rows at
 * the same moment the database lets one through, without a lock on the whole table.
 */
export const policyKeyOf = (row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([
    ...['customer', 'customerCategory', 'item', 'itemCategory'].map((field) => givenId(row[field])),
    row['unit'] || '',
    row['currency'] || '',
    figure(row['minQty']),
    row['validFrom'] ? String(row['validFrom']).slice(0, 10) : '',
    Number(row['priority'] ?? 0),
  ])
