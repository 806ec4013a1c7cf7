import type { CollectionConfig, TextareaField, TextField } from 'payload'

import { tellAuditLine } from '@/hooks/tellAuditLine'

import { areas, count, type Label, longText, recordedJson, relation, shortText } from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { oneAtATime } from '../oneAtATime'

/** Codes stand in lists, which tell them by their words; the page of one line shows the words beside them instead. */
const inList = <F extends TextField | TextareaField>(field: F): F => ({ ...field, admin: { ...field.admin, hidden: true } })
const told = (name: string, label: Label): TextField => ({
  name,
  type: 'text',
  label,
  virtual: true,
  admin: { readOnly: true, disableListColumn: true, condition: (data) => Boolean(data[name]) },
})

/** 操作日志: append-only; the house writes it, nobody else does, and the database refuses to change or delete a line. */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: { zh: '操作日志', en: 'Audit entry' }, plural: { zh: '操作日志', en: 'Audit log' } },
  admin: {
    group: areas.control,
    useAsTitle: 'no',
    defaultColumns: ['at', 'userName', 'verb', 'slug', 'no', 'reason', 'client'],
    listSearchableFields: ['no', 'userName', 'slug', 'verb', 'reason', 'client'],
    enableListViewSelectAPI: true,
  },
  defaultSort: '-at',
  ...oneAtATime,
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
    relation('user', { zh: '操作员', en: 'User' }, 'users', { custom: { indexedBy: 'audit_log_person_at_idx' } }),
    shortText('userName', { zh: '姓名', en: 'User name' }),
    inList(shortText('slug', { zh: '单据类型', en: 'Kind of record' }, { required: true, custom: { speaks: 'kinds' } })),
    told('kindTold', { zh: '单据类型', en: 'Kind of record' }),
    shortText('documentId', { zh: '记录', en: 'Record' }, { admin: { hidden: true } }),
    inList(shortText('no', { zh: '单号', en: 'No.' }, { index: true, custom: { speaks: 'numbers' } })),
    told('noTold', { zh: '单号', en: 'No.' }),
    inList(shortText('verb', { zh: '动作', en: 'Verb' }, { required: true, custom: { speaks: 'verbs' } })),
    told('verbTold', { zh: '动作', en: 'Verb' }),
    count('version', { zh: '版本', en: 'Version' }),
    recordedJson('changes', { zh: '变更前后', en: 'Before and after' }),
    inList(longText('reason', { zh: '原因', en: 'Reason' }, { custom: { speaks: 'reasons' } })),
    told('reasonTold', { zh: '原因', en: 'Reason' }),
    shortText('client', { zh: '客户端', en: 'Client' }),
  ],
}
