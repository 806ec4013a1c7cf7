import type { PayloadRequest } from 'payload'

import { withAddresses, withLinks } from '@/src/domain/text/addresses'
import { acceptedPlaceholders, fillPlaceholders, fillText, unknownIn, unknownInText } from '@/src/domain/text/placeholders'
import { readRichText, type RichBlock } from '@/src/domain/text/richText'
import { storedLine } from '@/src/domain/text/sheetTexts'
import { storeText } from '@/src/domain/text/storeText'
import { htmlOf, plainTextOf } from '@/src/domain/text/writeRichText'
import { letterWords } from '@/src/domain/words/letterWords'
import { languageOf, refuse } from '@/src/engine/refusal'

import { coveringLetter, toldBy } from './companyTexts'
import type { Letter } from './letters'

/** What the sender typed for this one mail. */
type Given = { subject?: string | undefined; message?: string | Readonly<Record<string, unknown>> | undefined }

type Composing = { req: PayloadRequest; letter: Pick<Letter, 'doc' | 'sheet' | 'language' | 'kind'>; given: Given }

const paragraph = (text: string): RichBlock => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] })

function refuseUnknown(req: PayloadRequest, field: string, unknown: readonly string[]): void {
  if (unknown.length === 0) return
  const value = unknown.map((name) => `{{${name}}}`).join(' ')
  refuse(req, { code: 'INVALID_INPUT', path: field, facts: { field, value, accepted: acceptedPlaceholders(languageOf(req), 'letter') } })
}

/** What the mail says, as text and as HTML: what was typed for this one, else the house's covering letter, else a plain sentence. */
export function composed({ req, letter, given }: Composing): { subject: string; text: string; html: string } {
  const { doc, sheet, language, kind } = letter
  const about = { kind, doc, company: sheet.company, language, title: sheet.title, page: sheet.page }
  const told = toldBy(about)
  const said = { title: sheet.title, no: sheet.no, company: sheet.company.name }
  refuseUnknown(req, 'subject', unknownInText(given.subject ?? '', 'letter'))
  const subject = fillText(given.subject || storedLine(sheet.company.texts, 'subject', language), told)
  const blocks = ((): RichBlock[] => {
    const typed = readRichText(typeof given.message === 'string' ? storeText(given.message) : given.message)
    refuseUnknown(req, 'message', unknownIn(typed, 'letter'))
    // a few typed words are signed by the house; a letter, or the house's own that was changed, says its own ending
    const isSigned = typeof given.message !== 'string' || given.message.trimEnd().endsWith(said.company)
    if (typed.length > 0) return [...fillPlaceholders(typed, told), ...(isSigned ? [] : [paragraph(''), paragraph(said.company)])]
    const ours = coveringLetter(about)
    return ours.length > 0
      ? ours
      : readRichText(storeText(letterWords[language].text({ ...said, page: kind === 'quotation' ? sheet.page : undefined })))
  })()
  return {
    subject: subject || letterWords[language].subject(said),
    text: plainTextOf(withAddresses(blocks)),
    html: htmlOf(withLinks(blocks)),
  }
}
