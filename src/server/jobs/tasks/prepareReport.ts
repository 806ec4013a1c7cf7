import { PassThrough } from 'node:stream'

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { dropParts, sayProgress, storeParts } from '@/src/db/preparedFiles'
import { inTransaction } from '@/src/db/transaction'
import { instantAfter } from '@/src/domain/kernel/instant'
import { idOf } from '@/src/domain/kernel/idOf'
import { readAddress } from '@/src/domain/lists/address'
import type { Language } from '@/src/domain/words/words'
import { now } from '@/src/engine/clock'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { updateDocument } from '@/src/engine/documents/updateDocument'
import { spoken } from '@/src/engine/refusal'
import { preparedKind } from '@/src/questions/control/preparedKind'
import { writeReportWorkbook } from '@/src/questions/control/reportWorkbook'
import { describeList } from '@/src/questions/lists/describeList'
import { wholeList } from '@/src/questions/lists/exportList'
import { writeCsv } from '@/src/questions/lists/writeCsv'
import { notify, peopleById } from '@/src/usecases/control/notify'

import { writeCompanyArchive } from '../companyArchive'
import type { JobTask } from '../task'

type File = Stored<'prepared-files'>

/** Days a finished file is kept. */
const KEPT = 1

class Cancelled extends Error {}

/** Writes what somebody does not want to wait for, a report, a list or the whole company, with the rights he has at that moment, and tells him when it is there or why it is not. */
export const prepareReport: JobTask = async ({ payload, input, last }) => {
  const id = Number(input.file)
  const language: Language = input.language === 'en' ? 'en' : 'zh'
  const house = await createLocalReq({}, payload)
  const file = await findDocument({ req: house, slug: 'prepared-files', id, overrideAccess: true })
  if (!file || !['queued', 'running'].includes(file.status)) return
  try {
    const outcome = await write({ payload, file, language })
    await end({ payload, file, language, ...outcome })
  } catch (error) {
    if (error instanceof Cancelled) return dropParts({ payload, file: id })
    if (last)
      await end({ payload, file, language, reason: { zh: '生成时出错，请重试', en: 'Writing it failed; please try again' }[language] })
    throw error
  }
}

type Outcome = { bytes: number } | { reason: string }

async function write({ payload, file, language }: { payload: Payload; file: File; language: Language }): Promise<Outcome> {
  const house = await createLocalReq({}, payload)
  const owner = await findDocument({ req: house, slug: 'users', id: idOf(file.owner) ?? 0, overrideAccess: true })
  const kind = owner && !owner.disabled ? preparedKind(file.report, owner) : null
  if (!owner || !kind) return { reason: { zh: '已无权取得该文件', en: 'The file is no longer open to you' }[language] }
  const req = await createLocalReq({ user: { ...owner, collection: 'users' as const } }, payload)
  req.i18n = { ...req.i18n, language } // the original is shared by everybody
  const out = new PassThrough()
  const progress = async ({ written, all }: { written: number; all: number }): Promise<void> => {
    if (!(await sayProgress({ payload, file: file.id, written, all }))) throw new Cancelled()
  }
  const written =
    kind.is === 'company'
      ? writeCompanyArchive({ req, out, progress }).then(() => [])
      : kind.is === 'list'
        ? writeList({ req, slug: kind.slug, question: file.question ?? '', out, progress }).then(() => [])
        : writeReportWorkbook({ req, report: kind.report, question: file.question ?? '', language, preparedFor: owner.name, out, progress })
  const writing = written.catch((error: unknown) => {
    out.destroy(error as Error)
    throw error
  })
  const storing = storeParts({ payload, file: file.id, from: out })
  storing.catch(() => undefined) // ends with the writing, whose error says more
  const findings = await writing.finally(() => out.writableEnded || out.end())
  const bytes = await storing
  if (findings.length === 0) return { bytes }
  const told = spoken(
    findings.map((finding) => ({ ...finding, severity: 'error' as const })),
    req,
  )
  return { reason: told.map(({ message }) => message).join(' ') }
}

type ListFile = { req: PayloadRequest; slug: string; question: string } & Parameters<typeof writeCsv>[1]

/** A list in the columns, order and language it was asked for. */
async function writeList({ req, slug, question, ...writing }: ListFile): Promise<void> {
  const asked = new URLSearchParams(question)
  const columns = (asked.get('columns') ?? '').split(',').filter(Boolean).slice(0, 100)
  const shown = columns.length > 0 ? columns : (await describeList(req, slug)).usual
  await writeCsv(await wholeList(req, { slug, question: readAddress(asked), shown }), writing)
}

/** Writes down what came of it, and tells its owner; in one transaction, and only while it is still wanted. */
async function end({ payload, file, language, ...outcome }: { payload: Payload; file: File; language: Language } & Outcome): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const current = await findDocument({ req, slug: 'prepared-files', id: file.id, overrideAccess: true })
    if (!current || !['queued', 'running'].includes(current.status)) return
    const done = 'bytes' in outcome
    const data = done
      ? { status: 'done' as const, bytes: outcome.bytes, rowsDone: current.rows ?? 0 }
      : { status: 'failed' as const, reason: outcome.reason }
    const expiresAt = instantAfter(now(req).instant, KEPT)
    await updateDocument({ req, slug: 'prepared-files', id: file.id, data: { ...data, expiresAt }, overrideAccess: true })
    await notify({
      req,
      people: await peopleById(req, [idOf(file.owner)]),
      kind: 'preparedFile',
      key: `prepared-${file.id}`,
      title: done
        ? { zh: `可下载：${file.name}`, en: `Ready: ${file.name}` }
        : { zh: `未能生成：${file.name}`, en: `Not written: ${file.name}` },
      text: done ? { zh: '文件保留 24 小时。', en: 'The file is kept for 24 hours.' } : { zh: outcome.reason, en: outcome.reason },
      related: { slug: 'prepared-files', id: file.id },
    })
  })
}
