import {
  edgeText,
  filledTexts,
  sealedIn,
  type SheetKind,
  type SheetTexts,
  storedText,
  tellsPrices,
  textsInForce,
  valuesOf,
} from '@/src/domain/text/sheetTexts'
import { fillPlaceholders, type PlaceholderValues } from '@/src/domain/text/placeholders'
import { textOf } from '@/src/domain/kernel/textOf'
import type { Language } from '@/src/domain/words/words'

import type { PrintedDocument, Sheet } from './sheet'
import { amount, dayOf, nameFor, nameOf } from './shown'

type About = { doc: PrintedDocument; company: Sheet['company']; language: Language; title: string; page?: string | undefined }

/** What a document tells for the placeholders of a text, as far as whoever prints it may read it. A statement is about its customer. */
export function toldBy({ kind, doc, company, language, title, page }: About & { kind: SheetKind | undefined }): PlaceholderValues {
  const customer = (doc['customer'] ?? doc) as { contacts?: Array<{ name?: string | null; main?: boolean | null }> | null }
  const contacts = Array.isArray(customer.contacts) ? customer.contacts : []
  return valuesOf({
    title,
    no: textOf(doc.no || doc['code']),
    date: dayOf(doc['date']),
    validUntil: dayOf(doc['validUntil']),
    customer: nameOf(customer),
    contact: textOf((contacts.find(({ main }) => main) ?? contacts[0])?.name),
    salesperson: nameOf(doc['salesperson']),
    currency: textOf(doc['currency']),
    total: kind && tellsPrices(kind) ? amount(doc['grossTotal']) : '',
    paymentTerms: nameFor(doc['paymentTerms'], language),
    deliveryAddress: textOf(doc['deliveryAddress']),
    company: company.name,
    link: page ?? '',
  })
}

/** What the house says on this sheet: as it was sealed with an approved document, else as it stands in the settings today. */
export function textsOf({ kind, ...about }: About & { kind: SheetKind | undefined }): SheetTexts {
  const { doc, company, language } = about
  const sealed = sealedIn(doc['sealedTexts'], language)
  if (sealed) return sealed
  const today = kind
    ? textsInForce({ texts: company.texts, kind, language, own: doc['terms'] })
    : { head: edgeText(company.texts, 'head', undefined, language), terms: [], foot: edgeText(company.texts, 'foot', undefined, language) }
  return filledTexts(today, toldBy({ ...about, kind }))
}

/** The covering letter of a sheet: that of its kind, else the one of all sheets, and below it what stands under every mail. */
export function coveringLetter({ kind, ...about }: About & { kind: SheetKind | undefined }) {
  const { company, language } = about
  const own = kind ? storedText(company.texts, `${kind}Mail`, language) : []
  const text = own.length > 0 ? own : storedText(company.texts, 'mail', language)
  return fillPlaceholders(text, toldBy({ ...about, kind }))
}
