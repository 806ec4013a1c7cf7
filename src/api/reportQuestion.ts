import type { PayloadRequest } from 'payload'

import type { Report } from '@/reports/kit/defineReport'
import { asForm, notAccepted, type ParamValues, readParams } from '@/reports/kit/params'
import { columnsOf } from '@/reports/kit/reportColumns'
import { type RowOrder, rowOrderOf } from '@/reports/kit/rowOrder'
import type { Viewer } from '@/reports/kit/statement'
import { now } from '@/src/engine/clock'
import { languageOf, refusal } from '@/src/engine/refusal'
import { settledParams } from '@/src/questions/control/settledParams'

/** Parameters of the answer itself, beside those of the report. */
const ofTheAnswer = new Set(['format', 'limit', 'sort', 'hide', 'proof', 'only', 'locale', 'fallback-locale', 'depth'])
const formats = ['json', 'xlsx', 'csv'] as const

export type Question = {
  report: Report
  params: ParamValues
  format: (typeof formats)[number]
  limit: number | undefined
  sort: RowOrder | undefined
  /** Columns a file leaves out. */
  hidden: ReadonlySet<string>
  /** Whether the total is compared with the books. */
  proven: boolean
  /** The columns that are looked at. */
  only: ReadonlySet<string> | undefined
}

/** Reads and checks everything that was asked; a bad parameter is refused with its name and what is accepted, all at once. */
export async function questionOf(req: PayloadRequest, report: Report, viewer: Viewer): Promise<Question> {
  const asked = [...new URL(req.url ?? '', 'http://localhost').searchParams]
  const named = new Set(asked.map(([name]) => name))
  const given = [...asked, ...(await settledParams(req, report)).filter(([name]) => !named.has(name))]
  const answer = new Map(given.filter(([name]) => ofTheAnswer.has(name)))
  const { params, findings } = readParams({
    shape: report.params,
    given: given.filter(([name]) => !ofTheAnswer.has(name)),
    language: languageOf(req),
    today: now(req).date,
    seeCost: viewer.seeCost,
  })
  const format = formats.find((known) => known === (answer.get('format') || 'json'))
  if (!format) findings.push(notAccepted('format', answer.get('format'), formats.join(', ')))
  const limit = answer.get('limit') ? Number(answer.get('limit')) : undefined
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) findings.push(notAccepted('limit', answer.get('limit'), '1, 2, 3 …'))
  if (findings.length === 0) findings.push(...(report.check?.(params) ?? []))
  const proof = answer.get('proof') || 'yes'
  if (proof !== 'yes' && (proof !== 'no' || format !== 'json'))
    findings.push(notAccepted('proof', proof, format === 'json' ? 'yes, no' : 'yes'))
  const wanted = answer.get('sort')
  const hidden = new Set((answer.get('hide') ?? '').split(',').filter(Boolean))
  const only = answer.get('only') ? new Set((answer.get('only') ?? '').split(',').filter(Boolean)) : undefined
  if (only && format !== 'json') findings.push(notAccepted('only', answer.get('only'), 'format = json'))
  const columns =
    (wanted || hidden.size > 0 || only) && findings.length === 0 ? columnsOf({ report, params, viewer, today: now(req).date }) : []
  const sort = wanted ? (rowOrderOf(wanted, columns) ?? undefined) : undefined
  if (wanted && !sort && findings.length === 0)
    findings.push(notAccepted('sort', wanted, columns.flatMap(({ key }) => [key, `-${key}`]).join(', ')))
  for (const [name, named] of Object.entries({ hide: hidden, only: only ?? new Set<string>() })) {
    const unknown = [...named].filter((one) => columns.every(({ key }) => key !== one))
    if (unknown.length > 0 && findings.length === 0)
      findings.push(notAccepted(name, unknown.join(','), columns.map(({ key }) => key).join(', ')))
  }
  if (!format || findings.length > 0) {
    throw refusal(
      asForm(findings, report.params, languageOf(req)).map((finding) => ({ ...finding, severity: 'error' as const })),
      req,
    )
  }
  return { report, params, format, limit, sort, hidden, proven: proof === 'yes', only }
}
