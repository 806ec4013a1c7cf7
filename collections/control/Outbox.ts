import type { CollectionConfig } from 'payload'

import { areas, choice, count, longText, relation, shortText } from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { oneAtATime } from '../oneAtATime'

/** Ten addresses of the length an address may have. */
const longList = 2600

/** 发件箱: every mail and what became of it; the key makes sure that a job run twice sends once. */
export const Outbox: CollectionConfig = {
  slug: 'outbox',
  labels: { singular: { zh: '邮件', en: 'Mail' }, plural: { zh: '发件箱', en: 'Outbox' } },
  admin: {
    group: areas.control,
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'to', 'status', 'attempts', 'sentAt'],
    listSearchableFields: ['subject', 'to'],
    enableListViewSelectAPI: true,
  },
  defaultSort: '-createdAt',
  ...oneAtATime,
  fields: [
    shortText('key', { zh: '键', en: 'Key' }, { required: true, unique: true, index: true }),
    shortText('to', { zh: '收件人', en: 'To' }, { required: true, maxLength: longList }),
    shortText('cc', { zh: '抄送', en: 'Copy' }, { maxLength: longList }),
    shortText('bcc', { zh: '密送', en: 'Blind copy' }, { maxLength: longList }),
    relation('sentBy', { zh: '发送人', en: 'Sent by' }, 'users'),
    shortText('sheet', { zh: '单据名称', en: 'Name of the sheet' }, { maxLength: 100 }),
    shortText('subject', { zh: '主题', en: 'Subject' }, { required: true }),
    longText('text', { zh: '正文', en: 'Text' }, { maxLength: 200_000 }),
    longText('html', { zh: 'HTML 正文', en: 'HTML' }, { maxLength: 1_000_000 }),
    {
      name: 'attachments',
      type: 'json',
      label: { zh: '附件', en: 'Attachments' },
      admin: { hidden: true },
      access: { read: () => false }, // the file itself; it is as confidential as its document
    },
    shortText('language', { zh: '语言', en: 'Language' }, { maxLength: 5 }),
    choice(
      'status',
      { zh: '状态', en: 'Status' },
      [
        { value: 'queued', label: { zh: '待发', en: 'Queued' } },
        { value: 'sent', label: { zh: '已发', en: 'Sent' } },
        { value: 'failed', label: { zh: '失败', en: 'Failed' } },
      ],
      { required: true, defaultValue: 'queued', index: true },
    ),
    {
      name: 'claimedAt',
      type: 'date',
      label: { zh: '开始发送', en: 'Being sent since' },
      admin: shownInstant(),
    },
    count('attempts', { zh: '次数', en: 'Attempts' }, { defaultValue: 0 }),
    longText('lastError', { zh: '最近错误', en: 'Last error' }),
    { name: 'sentAt', type: 'date', label: { zh: '发送时间', en: 'Sent at' }, admin: shownInstant() },
    shortText('relatedSlug', { zh: '相关类型', en: 'Related kind' }, { maxLength: 100 }),
    shortText('relatedId', { zh: '相关记录', en: 'Related id' }, { maxLength: 100 }),
  ],
}
