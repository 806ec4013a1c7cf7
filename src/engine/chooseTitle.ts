import type { PayloadRequest } from 'payload'

import { chosenTitle, titleData, titleFields } from '@/src/domain/customers/invoiceTitles'
import type { SalesHeader, Titled } from '@/src/domain/orders/order'
import { customerFacts } from '@/src/ledger/facts/customers'
import { invoiceTitles } from '@/src/ledger/facts/invoiceTitles'

import type { Prepared, VerbContext } from './document'
import { invalid } from './inputFindings'

type TitledHeader = Omit<SalesHeader, 'opening'> & Titled

/** Documents a choice may have come from: what it said there stands, also when the payer has no such title any more. */
type Sources = () => Promise<ReadonlyArray<TitledHeader | null>>

const wordsOf = (doc: TitledHeader) => Object.fromEntries(titleFields.map((field) => [field, doc[field] ?? null]))

/**
 * A document is made out to the default title of who pays, or to another one of his that somebody chooses; what it says from then on stays as it
 * is, whatever becomes of the payer's record. Choosing nothing goes back to what it came with: `comesWith` says that this is not the default.
 */
export async function chooseTitle<Doc extends TitledHeader>({
  ctx: { req, stored },
  prepared,
  comesWith = false,
  sources = async () => [],
}: {
  ctx: Pick<VerbContext<Doc>, 'req' | 'stored'>
  prepared: Prepared<Doc>
  comesWith?: boolean
  sources?: Sources
}): Promise<Prepared<Doc>> {
  const { doc, findings } = prepared
  const named = doc.chosenTitle?.trim() || null
  const samePayer = stored?.billTo === doc.billTo
  if (named === null || !doc.billTo) {
    const undone = stored?.chosenTitle && samePayer && doc.billTo && !comesWith
    const main = undone ? (await invoiceTitles(req, doc.billTo ?? 0)).find((title) => title.main) : undefined
    return { ...prepared, doc: { ...doc, ...(main ? titleData(main) : {}), chosenTitle: null } }
  }
  if (stored && stored.chosenTitle === named && samePayer) return { ...prepared, doc: { ...doc, ...wordsOf(stored) } }
  const titles = await invoiceTitles(req, doc.billTo)
  const found = chosenTitle(titles, named)
  if (found) return { ...prepared, doc: { ...doc, ...titleData(found), chosenTitle: found.id ?? found.title ?? null } }
  const source = (await sources()).find((one) => one?.chosenTitle === named && one.billTo === doc.billTo)
  if (source) return { ...prepared, doc: { ...doc, ...wordsOf(source) } }
  const accepted = titles.map(({ title }) => title).join(', ')
  return { ...prepared, findings: [...findings, invalid('chosenTitle', 'chosenTitle', named, accepted)] }
}

/**
 * The choice a document made from another takes over, while the same one pays. `listed`: and while he has that title; without it, the words
 * of the former document stand.
 */
export async function titleTakenOver(
  req: PayloadRequest,
  from: Pick<TitledHeader, 'customer' | 'billTo' | 'chosenTitle'>,
  { listed = false } = {},
): Promise<string | null> {
  const { customer, billTo, chosenTitle: named } = from
  if (!named || !billTo || (await customerFacts(req, customer))?.billTo !== billTo) return null
  return listed && !chosenTitle(await invoiceTitles(req, billTo), named) ? null : named
}
