import type { PayloadRequest } from 'payload'

import { stateParams, type ParamValues } from '@/reports/kit/params'
import type { Report } from '@/reports/kit/defineReport'
import { noted } from '@/src/domain/control/noted'
import { writeAudit } from '@/src/engine/audit'
import { languageOf } from '@/src/engine/refusal'
import { recordNames } from '@/src/questions/control/recordNames'

/** What leaves the house is on record before it leaves: which report, and what was asked of it, in words. */
export async function auditExport(req: PayloadRequest, { report, params }: { report: Report; params: ParamValues }): Promise<void> {
  const language = languageOf(req)
  const stated = stateParams({ shape: report.params, params, language, names: await recordNames(req, report, params) })
  await writeAudit(req, {
    slug: 'reports',
    documentId: report.name,
    no: report.title[language],
    verb: 'export',
    changes: stated.flatMap(({ name, label, value }) => noted(name, report.params[name]?.label ?? { zh: label, en: label }, value)),
  })
}
