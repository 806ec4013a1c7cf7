import type { PayloadRequest } from 'payload'

import { enqueue } from '@/src/db/enqueue'
import { createDocument } from '@/src/engine/documents/createDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { languageOf, refuse } from '@/src/engine/refusal'
import { actorOf } from '@/src/engine/actor'

/** Files of one person that may wait at a time: each reads a whole report. */
const MOST = 3

/**
 * Has a report written in the background, for whoever asks. The same question, asked while it is still being written, is the same file. More than three at a
 * time are refused.
 */
export async function prepareReport(
  req: PayloadRequest,
  { name, report, question }: { name: string; report: string; question: string },
): Promise<Stored<'prepared-files'>> {
  const owner = actorOf(req)?.id ?? null
  if (owner === null) throw new Error('A file is prepared for somebody')
  const waiting = await findDocuments({
    req,
    slug: 'prepared-files',
    where: { and: [{ owner: { equals: owner } }, { status: { in: ['queued', 'running'] } }] },
    limit: 0,
    overrideAccess: true,
  })
  const same = waiting.find((file) => file.report === report && (file.question ?? '') === question)
  if (same) return same
  if (waiting.length >= MOST)
    refuse(req, {
      code: 'INVALID_INPUT',
      path: 'report',
      facts: { field: 'prepared-files', value: waiting.length + 1, accepted: `≤ ${MOST}` },
    })
  const file = await createDocument({
    req,
    slug: 'prepared-files',
    data: { name, status: 'queued', report, question, owner },
    overrideAccess: true,
  })
  await enqueue({ req, task: 'prepareReport', payload: { file: file.id, language: languageOf(req) }, key: `prepare-${file.id}` })
  return file
}
