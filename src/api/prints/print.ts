import type { Endpoint } from 'payload'

import { noted } from '@/src/domain/control/noted'
import { isLanguage } from '@/src/domain/words/words'
import { writeAudit } from '@/src/engine/audit'
import { languageOf } from '@/src/engine/refusal'
import { fileNameOf } from '@/src/pdf/fileNameOf'
import { printDocument } from '@/src/pdf/printDocument'

import { sheetAsked } from './sheetAsked'
import { notFound } from '../notFound'

/** `GET /api/<slug>/<id>/print?language=zh|en&name=`: the sheet as PDF, with the rights of reading the document. */
export const print =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    const query = new URL(req.url ?? '', 'http://local').searchParams
    const { print: chosen, id } = sheetAsked(req, slug, query.get('name'), 'print')
    const language = query.get('language')
    const printed = await printDocument({ req, print: chosen, id, language: isLanguage(language) ? language : languageOf(req), query })
    if (!printed) throw notFound()
    await writeAudit(req, {
      slug,
      documentId: String(id),
      no: printed.doc.no ?? null,
      verb: 'print',
      changes: [noted(chosen.name, chosen.title, 'PDF')],
    })
    return new Response(new Uint8Array(printed.pdf), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${fileNameOf(chosen, printed.doc, query.get('revision')?.replace(/\D/g, ''))}"`,
        'Cache-Control': 'no-store',
      },
    })
  }
