import { holdsRole, type Person, type Role, roles as everybody } from '@/src/domain/people/person'
import { type Figure, maySee } from '@/src/domain/people/sight'

import { money } from '@/src/domain/people/crews'

type SheetRights = { print: readonly Role[]; mail: readonly Role[]; figure?: Figure }

const sellers = ['sales', 'salesManager', 'generalManager'] as const

/**
 * Who prints a sheet, and who sends it out of the house; beside the right to read the document itself. A sheet with prices is printed
 * by those who read prices.
 */
export const sheetRights: Readonly<Record<string, SheetRights>> = {
  'quotes/quotation': { print: everybody, mail: sellers, figure: 'price' },
  'orders/confirmation': { print: everybody, mail: sellers, figure: 'price' },
  'deliveries/note': { print: everybody, mail: [...sellers, 'warehouse'] },
  'invoices/invoice': { print: money, mail: [...sellers, 'finance'], figure: 'price' },
  'returns/note': { print: everybody, mail: sellers },
  'price-adjustments/notice': { print: everybody, mail: sellers, figure: 'price' },
  'customers/statement': { print: money, mail: [...sellers, 'finance'], figure: 'price' },
  'sample-work-orders/traveller': { print: everybody, mail: sellers },
  'samples/approval': { print: everybody, mail: [...sellers, 'engineering', 'rd'] },
}

/** Whether a person prints or mails a sheet. A sheet without a line in the table is nobody's. */
export function mayUseSheet(person: Person | null, { slug, name }: { slug: string; name: string }, door: 'print' | 'mail'): boolean {
  const line = sheetRights[`${slug}/${name}`]
  return Boolean(line) && holdsRole(person, ...(line?.[door] ?? [])) && (!line?.figure || maySee(person, line.figure))
}
