import type { PayloadRequest } from 'payload'

import { spokenFigure } from '@/src/domain/grid/readCell'
import { idOf } from '@/src/domain/kernel/idOf'
import { textOf } from '@/src/domain/kernel/textOf'
import { filledTexts, placeholdersOf, sheetKinds, type SheetTexts, tellsPrices, textsInForce, valuesOf } from '@/src/domain/text/sheetTexts'
import { houseIn } from '@/src/domain/words/houseIn'
import { nameIn } from '@/src/domain/words/nameIn'
import type { Language } from '@/src/domain/words/words'
import { sheetNames } from '@/src/ledger/facts/sheetNames'

import type { AnyDocument, DocumentRules } from './document'
import { settingsOf } from './settings'

const languages: readonly Language[] = ['zh', 'en']
const named: ReadonlySet<string> = new Set(['customer', 'contact', 'salesperson', 'paymentTerms'])

const noNames = { customer: null, contact: null, salesperson: null, paymentTerms: null }

/**
 * What the house says on the sheet of a document is fixed when the document is approved, as its prices are: in both languages, filled in.
 * Who takes the approval back opens it again. Undefined: nothing to change.
 */
export async function sealTexts({
  req,
  rules,
  stored,
  doc,
}: {
  req: PayloadRequest
  rules: DocumentRules
  stored: AnyDocument | null
  doc: AnyDocument
}): Promise<Readonly<Record<Language, SheetTexts>> | null | undefined> {
  const [before, after] = [stored?.['approvedAt'] ?? null, doc['approvedAt'] ?? null]
  if (!rules.sheet || (before === null) === (after === null)) return undefined
  if (after === null) return null
  const { company } = await settingsOf(req)
  const kind = rules.sheet(doc)
  const said = (language: Language): SheetTexts => textsInForce({ texts: company.texts, kind, language, own: doc['terms'] })
  const texts = { zh: said('zh'), en: said('en') }
  const asked = languages.flatMap((language) => placeholdersOf(texts[language]))
  const names = asked.some((name) => named.has(name))
    ? await sheetNames(req, {
        customer: idOf(doc['customer']),
        salesperson: idOf(doc['salesperson']),
        paymentTerms: idOf(doc['paymentTerms']),
      })
    : noNames
  const filled = (language: Language): SheetTexts =>
    filledTexts(
      texts[language],
      valuesOf({
        title: sheetKinds[kind][language],
        no: doc.no,
        date: textOf(doc.date).slice(0, 10),
        validUntil: textOf(doc['validUntil']).slice(0, 10),
        customer: names.customer ?? '',
        contact: names.contact ?? '',
        salesperson: names.salesperson ?? '',
        currency: textOf(doc['currency']),
        total: tellsPrices(kind) && typeof doc['grossTotal'] === 'number' ? spokenFigure(doc['grossTotal'], 'amount') : '',
        paymentTerms: nameIn(names.paymentTerms ?? {}, language),
        deliveryAddress: textOf(doc['deliveryAddress']),
        company: houseIn(company, language).name,
      }),
    )
  return { zh: filled('zh'), en: filled('en') }
}
