import type { PayloadRequest } from 'payload'

import { rememberRows } from '../masterMemo'
import { queryTogether } from '../query'
import { type CustomerFacts, customerAsked } from './customers'
import { type ItemFacts, itemsAsked } from './items'
import { settingsAsked, settingsFound, type SettingsRow, type SettingsVersion } from './settings'

const byId = <Row extends { id: number }>(rows: readonly Row[]): Map<number, Row> => new Map(rows.map((row) => [row.id, row]))

/**
 * What the rules of a document will ask for first, by one statement instead of three: the versions of the settings, which are given, its customer and its
 * items, which the transaction remembers.
 */
export async function readAhead(
  req: PayloadRequest,
  { instant, customer, items }: { instant: string; customer: number | null; items: readonly number[] },
): Promise<SettingsVersion> {
  const found = await queryTogether<{ settings: SettingsRow[]; customers: CustomerFacts[]; items: ItemFacts[] }>(req, {
    settings: settingsAsked(instant),
    customers: customerAsked(customer ?? 0),
    items: itemsAsked(items),
  })
  if (found.customers.length > 0) await rememberRows(req, 'customers', byId(found.customers))
  if (found.items.length > 0) await rememberRows(req, 'items', byId(found.items))
  return settingsFound(req, found.settings[0])
}
