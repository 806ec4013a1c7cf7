import type { CollectionConfig } from 'payload'

import { areas, businessDateField, count, longText, relation, richText, shortText } from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { oneAtATime } from '../oneAtATime'

/**
 * 备注与下一步: what people say about a record, and who does what next and when. Read and written beside the record, with the record's own
 * rights (`src/api/notes.ts`); nobody reads them through the door of this collection.
 */
export const DocumentNotes: CollectionConfig = {
  slug: 'document-notes',
  labels: { singular: { zh: '备注', en: 'Note' }, plural: { zh: '备注', en: 'Notes' } },
  admin: { group: areas.control, useAsTitle: 'text', hidden: true },
  defaultSort: '-id',
  ...oneAtATime,
  fields: [
    shortText('slug', { zh: '单据类型', en: 'Kind of record' }, { required: true, index: true }),
    count('documentId', { zh: '记录', en: 'Record' }, { required: true, index: true }),
    shortText('no', { zh: '单号', en: 'No.' }),
    longText('text', { zh: '内容', en: 'Text' }, { required: true, maxLength: 5000 }),
    richText('rich', { zh: '带格式的内容', en: 'Text with marks' }),
    relation('by', { zh: '作者', en: 'By' }, 'users', { required: true }),
    { name: 'mentions', type: 'relationship', relationTo: 'users', hasMany: true, label: { zh: '提及', en: 'Mentioned' } },
    businessDateField('due', { zh: '下一步日期', en: 'Next step due' }, { index: true }),
    relation('assignee', { zh: '负责人', en: 'Who' }, 'users', { index: true }),
    { name: 'doneAt', type: 'date', label: { zh: '完成时间', en: 'Done at' }, admin: shownInstant() },
    relation('doneBy', { zh: '完成人', en: 'Done by' }, 'users'),
  ],
}
