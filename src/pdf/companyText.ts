import { fillPlaceholders } from '@/src/domain/text/fillPlaceholders'
import { readRichText, type RichBlock } from '@/src/domain/text/richText'

import type { PrintInput, Sheet } from './sheet'
import { dayOf, nameOf } from './shown'

/** A text that the company says on all documents of a kind, in the sheet's language, its placeholders filled from the document. */
export const companyText = ({
  company,
  kind,
  language,
  title,
  doc,
}: {
  company: Sheet['company']
  kind: 'quotation' | 'confirmation' | 'mail'
  language: Sheet['language']
  title: string
  doc: PrintInput['doc']
}): RichBlock[] =>
  fillPlaceholders(readRichText(company.texts?.[`${kind}${language === 'zh' ? 'Zh' : 'En'}`]), {
    title,
    no: doc.no,
    date: dayOf(doc['date']),
    validUntil: dayOf(doc['validUntil']),
    customer: nameOf(doc['customer']),
    company: company.name,
  })
