import { chosenTitle, titleData, titleFields } from '@/src/domain/customers/invoiceTitles'
import type { Finding } from '@/src/domain/kernel/decision'
import { invoiceTitles } from '@/src/ledger/facts/invoiceTitles'

import type { Prepared, VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type Invoice = Stored<'invoices'>

/**
 * An invoice is made out to the title it came with, or to another one of its payer that somebody chooses; what it says from then on stays as it is,
 * whatever becomes of the payer's record. Choosing nothing goes back to what it came with.
 */
export async function chooseTitle(ctx: VerbContext<Invoice>, prepared: Prepared<Invoice>): Promise<Prepared<Invoice>> {
  const { req, stored } = ctx
  const { doc, findings } = prepared
  const named = doc.chosenTitle?.trim() || null
  if (named === null || !doc.billTo) {
    // what came from a delivery or an order has its title again already
    const direct = stored?.chosenTitle && doc.billTo && doc.lines.every(({ deliveryLine, orderLine }) => !deliveryLine && !orderLine)
    const main = direct ? (await invoiceTitles(req, doc.billTo ?? 0)).find((title) => title.main) : undefined
    return { ...prepared, doc: { ...doc, ...(main ? titleData(main) : {}), chosenTitle: null } }
  }
  const kept = stored && stored.chosenTitle === named && stored.billTo === doc.billTo
  if (kept) return { ...prepared, doc: { ...doc, ...Object.fromEntries(titleFields.map((field) => [field, stored[field] ?? null])) } }
  const titles = await invoiceTitles(req, doc.billTo)
  const found = chosenTitle(titles, named)
  if (found) return { ...prepared, doc: { ...doc, ...titleData(found), chosenTitle: found.id ?? found.title ?? null } }
  const refused: Finding = {
    code: 'INVALID_INPUT',
    severity: 'error',
    path: 'chosenTitle',
    facts: { field: 'chosenTitle', value: named, accepted: titles.map(({ title }) => title).join(', ') },
  }
  return { ...prepared, findings: [...findings, refused] }
}
