import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { textOf } from '@/src/domain/kernel/textOf'
import { readRichText } from '@/src/domain/text/richText'
import { sheetKinds } from '@/src/domain/text/sheetTexts'
import { sheetWords } from '@/src/domain/words/sheetWords'
import { statusWord } from '@/src/domain/words/statusWords'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'

import { picturesById } from '../readPictures'
import type { Print, PrintedDocument, Sheet } from '../sheet'
import { codeOf, dayOf, nameFor, nameOf } from '../shown'
import { type Feature, featureTable, filled, type Measured, rowsIn, say } from './sampleTables'

type Drawing = { filename?: string | null; title?: string | null; drawingNo?: string | null; revision?: string | null }
type Round = Stored<'feedback-rounds'>
type Gallery = NonNullable<Sheet['gallery']>

/** The round that counts: the one the customer approved, else the latest that was not withdrawn. */
async function lastRound(req: PayloadRequest, sample: number): Promise<Round | null> {
  const rounds = await findDocuments({
    req,
    slug: 'feedback-rounds',
    where: { and: [{ sample: { equals: sample } }, { status: { not_equals: 'withdrawn' } }] },
    sort: '-round',
    overrideAccess: false,
  })
  return rounds.find(({ status }) => status === 'approved') ?? rounds[0] ?? null
}

async function galleryOf(req: PayloadRequest, doc: PrintedDocument, round: Round | null): Promise<{ sample: Gallery; approval: Gallery }> {
  const [own, approved] = [rowsIn(doc['pictures']).map(idOf), rowsIn(round?.pictures).map(idOf)]
  const files = await picturesById({ req, ids: [...own, ...approved].flatMap((id) => id ?? []), pixels: 600 })
  const shown = (ids: Array<number | null>): Gallery => ids.flatMap((id) => (id !== null && files.has(id) ? [{ title: '', picture: files.get(id) as Buffer }] : [])).slice(0, 6) // prettier-ignore
  return { sample: shown(own), approval: shown(approved) }
}

/** 承认书: what the customer approves, or has approved: features required and measured, drawings, pictures, his answer. */
export const approvalSheet: Print = {
  slug: 'samples',
  name: 'approval',
  title: sheetKinds.approval,
  kinds: ['approval'],
  kind: () => 'approval',
  mailTo: 'customer',
  load: async ({ req, doc }) => {
    const round = await lastRound(req, doc.id)
    return { round, gallery: await galleryOf(req, doc, round) }
  },
  sheet: ({ doc, language, company, related }) => {
    const own = say[language]
    const { round, gallery } = related as { round: Round | null; gallery: { sample: Gallery; approval: Gallery } }
    const drawings = rowsIn<Drawing | number>(doc['drawings']).filter((one): one is Drawing => typeof one === 'object' && one !== null)
    const answered = round && round.status !== 'awaiting' ? round : null
    const result = round ? `${own.round(round.round)} · ${statusWord('feedback-rounds', round.status, language) ?? ''}` : own.notYet
    return {
      language,
      company,
      title: approvalSheet.title[language],
      no: doc.no,
      facts: filled([
        [sheetWords[language].customer, nameOf(doc['customer'])],
        [sheetWords[language].date, dayOf(doc['date'])],
        [own.name, textOf(doc['name'])],
        [own.category, nameFor(doc['category'], language)],
        [own.itemNo, codeOf(doc['item'])],
        [own.formal, codeOf(doc['formalItem'])],
        [sheetWords[language].salesperson, nameOf(doc['salesperson'])],
        [own.engineer, nameOf(doc['engineer'])],
        [own.approval, result],
        [own.answered, dayOf(answered?.closedAt)],
      ]),
      tables: [
        featureTable(rowsIn<Feature>(doc['features']), rowsIn<Measured>(round?.technical), language),
        {
          title: own.drawings,
          columns: [
            { title: own.drawingNo, width: 90 },
            { title: own.title, width: '*' },
            { title: own.revision, width: 50 },
            { title: own.file, width: 150 },
          ],
          rows: drawings.map((one) => [one.drawingNo ?? '', one.title ?? '', one.revision ?? '', one.filename ?? '']),
          empty: own.none,
        },
      ],
      gallery: [
        ...gallery.sample.map((one) => ({ ...one, title: own.picture })),
        ...gallery.approval.map((one) => ({ ...one, title: own.approvalPicture })),
      ],
      notes: [
        { title: own.remark, text: answered?.remark ?? '' },
        { title: own.details, text: readRichText(answered?.details) },
        { title: own.technicalNotes, text: readRichText(round?.technicalNotes ?? doc['technicalNotes']) },
      ].filter(({ text }) => text.length > 0),
      signatures: [own.seller, own.buyer],
    }
  },
}
