import { PassThrough } from 'node:stream'

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { reports } from '@/reports'
import { mayOpen, type Report } from '@/reports/kit/defineReport'
import { writeReportWorkbook } from '@/src/questions/control/reportWorkbook'
import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'
import { mailDue } from '@/src/domain/control/mailDue'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { idOf } from '@/src/domain/kernel/idOf'
import { env } from '@/src/env/env'
import { linkTo } from '@/src/env/linkTo'
import type { ReportView, User } from '@/src/payload-types'

import type { JobTask } from '../task'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A mail is no archive: more rows are looked up on the screen that it links. */
const mostRows = 20_000

/**
 * Every morning: the report views that are due, as Excel, to those they name. Rights are those of the moment: whoever may no longer open the report gets
 * none, everybody else his own rows, in his language. A mail is keyed by view, person and day, so a job that runs twice sends once.
 */
export const mailReports: JobTask = async ({ payload }) => {
  const today = businessDateOf({ instant: new Date().toISOString(), timeZone: env.TZ_BUSINESS })
  const { docs: views } = await payload.find({
    collection: 'report-views',
    where: { mail: { in: ['daily', 'weekly', 'monthly'] } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  for (const view of views.filter(({ mail }) => mailDue(mail, today))) {
    const report = reports.find(({ name }) => name === view.report)
    if (!report) continue
    const { docs: people } = await payload.find({
      collection: 'users',
      where: { and: [{ id: { in: (view.recipients ?? []).map(idOf) } }, { disabled: { not_equals: true } }] },
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    for (const person of people.filter(({ roles }) => mayOpen(report, roles ?? []))) await mailOne({ payload, view, report, person, today })
  }
}

type One = { payload: Payload; view: ReportView; report: Report; person: User; today: string }

async function mailOne({ payload, view, report, person, today }: One): Promise<void> {
  const key = `report-${view.id}-${today}-${person.id}`
  const language = person.language === 'en' ? 'en' : 'zh'
  const reading = await createLocalReq({ user: { ...person, collection: 'users' as const } }, payload)
  reading.i18n = { ...reading.i18n, language } // the original is shared by everybody
  const file = await workbookOf({ req: reading, view, report, person, language })
  if (!file) return
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const { totalDocs: sent } = await payload.count({ collection: 'outbox', where: { key: { equals: key } }, overrideAccess: true, req })
    if (sent > 0) return
    const url = linkTo(`/reports/${report.name}${view.question ? `?${view.question}` : ''}`)
    const mail = await payload.create({
      collection: 'outbox',
      data: {
        key,
        to: person.email,
        subject: `${view.name} · ${report.title[language]} · ${today}`,
        text: { zh: `附件为您可见范围内的数据。在屏幕上查看：${url}`, en: `Attached: what you may see of it. On screen: ${url}` }[language],
        language,
        status: 'queued',
        attempts: 0,
        attachments: [{ filename: `${report.name}_${today.replaceAll('-', '')}.xlsx`, contentType: xlsx, base64: file.toString('base64') }],
        relatedSlug: 'report-views',
        relatedId: String(view.id),
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    await enqueue({ req, task: 'sendMail', payload: { outbox: mail.id }, key })
  })
}

type Asked = Omit<One, 'payload' | 'today'> & { req: PayloadRequest; language: 'zh' | 'en' }

/** The workbook as this person would download it now; null when the view's question no longer is one. */
async function workbookOf({ req, view, report, person, language }: Asked): Promise<Buffer | null> {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  const question = view.question ?? ''
  const findings = await writeReportWorkbook({ req, report, question, language, preparedFor: person.name, out, limit: mostRows })
  if (findings.length === 0) return Buffer.concat(chunks)
  req.payload.logger.warn({ view: view.id, findings, msg: 'A report view asks what its report does not understand; nothing was mailed' })
  return null
}
