import type { PayloadRequest } from 'payload'

import { minuteOf } from '@/src/domain/kernel/instant'
import { idOf } from '@/src/domain/kernel/idOf'
import { readRichText, type RichBlock } from '@/src/domain/text/richText'
import { storeText } from '@/src/domain/text/storeText'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { isVisible } from '@/src/engine/step'

export type NoteStep = { due: string; who: string; isMine: boolean; done: string | null }
export type ToldNote = { id: number; at: string; by: string; text: string; blocks: RichBlock[]; step: NoteStep | null }

const most = 200

/** The notes of a record, the newest first, for whoever may see the record; null for everybody else. */
export async function notesOf({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<ToldNote[] | null> {
  if (!Object.hasOwn(req.payload.collections, slug) || !(await isVisible({ req, slug, id }))) return null
  const rows = await findDocuments({
    req,
    slug: 'document-notes',
    where: { and: [{ slug: { equals: slug } }, { documentId: { equals: id } }] },
    sort: '-id',
    limit: most,
    overrideAccess: true,
  })
  const ids = rows.flatMap(({ by, assignee }) => [idOf(by), idOf(assignee)]).filter((each): each is number => each !== null)
  const people = await findDocuments({ req, slug: 'users', where: { id: { in: ids } }, limit: 0, overrideAccess: true })
  const names = new Map(people.map((person) => [person.id, person.name]))
  const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
  const at = (instant: string): string => minuteOf({ instant, timeZone })
  return rows.map(({ id: note, createdAt, by, text, rich, due, assignee, doneAt }) => ({
    id: note,
    at: at(createdAt),
    by: names.get(idOf(by) ?? 0) ?? '',
    text,
    blocks: readRichText(rich ?? storeText(text)),
    step:
      due && assignee
        ? {
            due: due.slice(0, 10),
            who: names.get(idOf(assignee) ?? 0) ?? '',
            isMine: idOf(assignee) === req.user?.id || idOf(by) === req.user?.id,
            done: doneAt ? at(doneAt) : null,
          }
        : null,
  }))
}

export type DueStep = { slug: string; id: number; no: string; text: string; date: string }

/** Next steps that are this person's and due, the oldest first; those of records he may no longer see are left out. */
export async function dueSteps({ req, today }: { req: PayloadRequest; today: string }): Promise<DueStep[]> {
  const rows = await findDocuments({
    req,
    slug: 'document-notes',
    where: { and: [{ assignee: { equals: req.user?.id ?? 0 } }, { doneAt: { exists: false } }, { due: { less_than_equal: today } }] },
    sort: 'due',
    limit: most,
    overrideAccess: true,
  })
  const seen: DueStep[] = []
  for (const { slug, documentId, no, text, due } of rows)
    if (Object.hasOwn(req.payload.collections, slug) && (await isVisible({ req, slug, id: documentId })))
      seen.push({ slug, id: documentId, no: no ?? '', text, date: (due ?? '').slice(0, 10) })
  return seen
}
