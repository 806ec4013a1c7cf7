import type { CollectionConfig, FieldAccess } from 'payload'

import { areas, choice, count, relation, shortText } from '../fields'
import { keptQuestion, keptReport } from '../fields/keptQuestion'
import { oneAtATime } from '../oneAtATime'

const never: FieldAccess = () => false
const written = { create: never, update: never }
const shown = { access: written, admin: { readOnly: true } }
/** In the list; on the page of the file what is written in the background says itself how far it is, and goes on saying it. */
const listed = { access: written, admin: { readOnly: true, hidden: true }, custom: { listed: true } }

/**
 * 后台文件: a report too long to wait for, written in the background: how far it is, and the finished file until it expires. Each person sees his own. The
 * bytes lie in `prepared_file_parts`, so that any server may write and any other send them.
 */
export const PreparedFiles: CollectionConfig = {
  slug: 'prepared-files',
  labels: { singular: { zh: '后台文件', en: 'Prepared file' }, plural: { zh: '后台文件', en: 'Prepared files' } },
  admin: {
    group: areas.control,
    useAsTitle: 'name',
    defaultColumns: ['name', 'status', 'rowsDone', 'rows', 'expiresAt'],
    listSearchableFields: ['name'],
    enableListViewSelectAPI: true,
    hideAPIURL: true,
  },
  defaultSort: '-createdAt',
  ...oneAtATime,
  fields: [
    { name: 'download', type: 'ui', admin: { components: { Field: '/src/admin/views/opened#PreparedFile' } } },
    shortText('name', { zh: '名称', en: 'Name' }, { required: true, ...listed }),
    choice(
      'status',
      { zh: '状态', en: 'Status' },
      [
        { value: 'queued', label: { zh: '排队中', en: 'Waiting' } },
        { value: 'running', label: { zh: '正在生成', en: 'Being written' } },
        { value: 'done', label: { zh: '可下载', en: 'Ready' } },
        { value: 'failed', label: { zh: '失败', en: 'Failed' } },
        { value: 'cancelled', label: { zh: '已取消', en: 'Cancelled' } },
      ],
      { required: true, defaultValue: 'queued', index: true, ...listed },
    ),
    count('rowsDone', { zh: '已写行数', en: 'Rows written' }, listed),
    count('rows', { zh: '总行数', en: 'Rows in all' }, listed),
    count('bytes', { zh: '字节', en: 'Bytes' }, listed),
    { name: 'expiresAt', type: 'date', label: { zh: '保留至', en: 'Kept until' }, index: true, ...listed },
    shortText('reason', { zh: '失败原因', en: 'Why it failed' }, listed),
    keptReport({ label: { zh: '内容', en: 'Content' }, ...shown }),
    keptQuestion(shown),
    relation('owner', { zh: '所有者', en: 'Owner' }, 'users', { required: true, index: true, ...shown }),
  ],
}
