import type { CollectionConfig } from 'payload'

import { tellAuditLine } from '@/hooks/tellAuditLine'

import { areas, count, longText, recordedJson, relation, shortText } from '../fields'
import { shownInstant } from '../fields/shownInstant'

/** 操作日志: append-only; the house writes it, nobody else does, and the database refuses to change or delete a line. */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: { zh: '操作日志', en: 'Audit entry' }, plural: { zh: '操作日志', en: 'Audit log' } },
  admin: {
    group: areas.control,
    useAsTitle: 'no',
    defaultColumns: ['at', 'userName', 'verb', 'slug', 'no', 'reason', 'client'],
    listSearchableFields: ['no', 'userName', 'slug', 'verb'],
    enableListViewSelectAPI: true,
  },
  defaultSort: '-at',
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  timestamps: false,
  hooks: { afterRead: [tellAuditLine] },
  fields: [
    {
      name: 'at',
      type: 'date',
      label: { zh: '时间', en: 'At' },
      required: true,
      index: true,
      admin: shownInstant(),
    },
    relation('user', { zh: '操作员', en: 'User' }, 'users'),
    shortText('userName', { zh: '姓名', en: 'User name' }),
    shortText('slug', { zh: '单据类型', en: 'Kind of record' }, { required: true, index: true, custom: { speaks: 'kinds' } }),
    shortText('documentId', { zh: '记录', en: 'Record' }, { index: true }),
    shortText('no', { zh: '单号', en: 'No.' }, { index: true }),
    shortText('verb', { zh: '动作', en: 'Verb' }, { required: true, index: true, custom: { speaks: 'verbs' } }),
    count('version', { zh: '版本', en: 'Version' }),
    recordedJson('changes', { zh: '变更前后', en: 'Before and after' }),
    longText('reason', { zh: '原因', en: 'Reason' }),
    shortText('client', { zh: '客户端', en: 'Client' }),
  ],
}
