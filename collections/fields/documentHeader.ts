import type { Field, FieldHook, JSONField, TextareaField } from 'payload'

import { readableFindings } from '@/src/access/readableFindings'
import { documentKinds, type KindSlug } from '@/src/domain/kinds'
import { statusOptions } from '@/src/domain/words/statusWords'

import { businessDateField } from './businessDateField'
import { count } from './figures'
import { attachments, relation } from './relations'
import { readOnlyField } from './readOnlyField'
import { choice, remark, shortText } from './texts'
import { recordedLines, shownInstant } from './shownInstant'

const forReader: FieldHook = ({ value, req, overrideAccess, collection }) =>
  overrideAccess || value === null || value === undefined ? value : readableFindings({ req, slug: collection?.slug, value })

/** Findings, traces and the like: written by the engine, read without the figures the reader may not know. */
export const recordedJson = (name: string, label: { zh: string; en: string }): JSONField =>
  readOnlyField<JSONField>({
    name,
    type: 'json',
    label,
    hooks: { afterRead: [forReader] },
    admin: { components: { Field: recordedLines } },
  })

/**
 * What every document starts with: no date status version preparedBy approvedBy approvedAt remark attachments checks.
 * Number, status and version are the engine's; the states are those of the kind; the date defaults to today.
 * `said`: what people write of it, where that has a name of its own.
 */
export function documentHeader(slug: KindSlug, said: TextareaField = remark()): Field[] {
  const { initial } = documentKinds[slug]
  const sidebar = { position: 'sidebar' } as const
  return [
    readOnlyField(shortText('no', { zh: '单号', en: 'No.' }, { unique: true, index: true, admin: sidebar })),
    businessDateField('date', { zh: '单据日期', en: 'Date' }, { required: true, index: true, defaultToday: true, admin: sidebar }),
    readOnlyField(
      choice('status', { zh: '状态', en: 'Status' }, statusOptions(slug), {
        required: true,
        index: true,
        defaultValue: initial,
        admin: sidebar,
      }),
    ),
    readOnlyField(count('version', { zh: '版本', en: 'Version' }, { defaultValue: 1, admin: sidebar })),
    readOnlyField(relation('preparedBy', { zh: '制单人', en: 'Prepared by' }, 'users', { admin: sidebar })),
    readOnlyField(relation('approvedBy', { zh: '审核人', en: 'Approved by' }, 'users', { admin: sidebar })),
    readOnlyField({
      name: 'approvedAt',
      type: 'date',
      label: { zh: '审核时间', en: 'Approved at' },
      admin: shownInstant({ position: 'sidebar' }),
    }),
    said,
    attachments(),
    recordedJson('checks', { zh: '检查结果', en: 'Findings' }),
  ]
}
