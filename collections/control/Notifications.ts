import type { CollectionConfig, FieldAccess } from 'payload'

import { areas, longText, relation, shortText, yesNo } from '../fields'
import { oneAtATime } from '../oneAtATime'

const never: FieldAccess = () => false
const written = { create: never, update: never }

/** 通知: each person sees his own, and may only mark them as read. */
export const Notifications: CollectionConfig = {
  slug: 'notifications',
  labels: { singular: { zh: '通知', en: 'Notification' }, plural: { zh: '通知', en: 'Notifications' } },
  admin: {
    group: areas.control,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'read', 'createdAt'],
    listSearchableFields: ['title', 'text'],
    enableListViewSelectAPI: true,
  },
  defaultSort: '-createdAt',
  ...oneAtATime,
  fields: [
    relation('user', { zh: '收件人', en: 'User' }, 'users', { required: true, access: written }),
    shortText('kind', { zh: '类型', en: 'Kind' }, { required: true, index: true, access: written, custom: { speaks: 'notices' } }),
    shortText('title', { zh: '标题', en: 'Title' }, { required: true, access: written }),
    longText('text', { zh: '内容', en: 'Text' }, { access: written }),
    // { slug, id } of the record it is about; as json, since a field named id inside a group is not stored
    {
      name: 'related',
      type: 'json',
      label: { zh: '相关单据', en: 'Related record' },
      access: written,
      admin: { components: { Field: '/src/admin/views/opened#RelatedRecord' } },
    },
    yesNo('read', { zh: '已读', en: 'Read' }, { index: true }),
  ],
}
