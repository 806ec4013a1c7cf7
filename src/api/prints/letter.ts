import type { Endpoint } from 'payload'

import type { LetterBefore } from '@/src/domain/text/letterBefore'
import { isLanguage } from '@/src/domain/words/words'
import { composed } from '@/src/pdf/composeLetter'
import { customerAddress, sheetFor } from '@/src/pdf/letters'
import { peopleOf } from '@/src/pdf/peopleOf'
import type { PrintedDocument } from '@/src/pdf/sheet'

import { notFound } from '../notFound'
import { sheetAsked } from './sheetAsked'

/** Everybody of the customer and of who pays for him that has an address, each address once. */
function contactsOf(doc: PrintedDocument): LetterBefore['contacts'] {
  const all = peopleOf(doc).flatMap(({ contacts }) => contacts ?? [])
  const named = all.flatMap(({ name, email }) => (email ? [{ name: name ?? '', email }] : []))
  return named.filter(({ email }, index) => named.findIndex((one) => one.email === email) === index)
}

/** `GET /api/<slug>/<id>/letter?name=&language=`: the mail that `mail` would send with nothing typed, and whom it may go to; nothing is sent. */
export const letter =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    const query = new URL(req.url ?? '', 'http://local').searchParams
    const { print, id } = sheetAsked(req, slug, query.get('name'), 'mail')
    const wanted = query.get('language')
    const said = await sheetFor({ req, print, id, given: isLanguage(wanted) ? { language: wanted } : {} })
    if (!said) throw notFound()
    const { subject, text } = composed({ req, letter: said, given: {} })
    const told: LetterBefore = { to: customerAddress(said.doc), contacts: contactsOf(said.doc), language: said.language, subject, text }
    return Response.json(told, { headers: { 'Cache-Control': 'no-store' } })
  }
