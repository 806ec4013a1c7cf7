import type { CollectionConfig } from 'payload'

import { readsCreditLimit } from '@/src/access/fieldRights'

import { documentCollection } from '../documentCollection'
import {
  amount,
  areas,
  businessDateField,
  choice,
  count,
  documentHeader,
  longText,
  type Option,
  readOnlyField,
  relation,
  shortText,
} from '../fields'

const kinds: readonly Option[] = [
  { value: 'permanent', label: { zh: '长期', en: 'Lasting' } },
  { value: 'temporary', label: { zh: '临时', en: 'Temporary' } },
]

const objectKinds: readonly Option[] = [
  { value: 'customers', label: { zh: '客户', en: 'Customer' } },
  { value: 'departments', label: { zh: '部门', en: 'Department' } },
  { value: 'users', label: { zh: '业务员', en: 'Salesperson' } },
]

const read = { read: readsCreditLimit }

/** 信用额度调整: a limit from a day on, or between two days; in force by its dates once approved. */
export const CreditLimits: CollectionConfig = documentCollection({
  slug: 'credit-limits',
  area: areas.credit,
  search: ['no', 'objectName'],
  fields: [
    ...documentHeader('credit-limits'),
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers'),
    relation('department', { zh: '部门', en: 'Department' }, 'departments'),
    relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users'),
    readOnlyField(choice('objectKind', { zh: '信用对象', en: 'Credit object' }, objectKinds, { index: true, admin: { hidden: true } })),
    readOnlyField(count('objectId', { zh: '对象编号', en: 'Object id' }, { index: true, admin: { hidden: true } })),
    readOnlyField(shortText('objectName', { zh: '信用对象', en: 'Credit object' })),
    choice('kind', { zh: '类型', en: 'Kind' }, kinds, { defaultValue: 'permanent', required: true }),
    amount('limit', { zh: '信用额度', en: 'Credit limit' }, { required: true, min: 0, access: read }),
    readOnlyField(amount('limitBefore', { zh: '原额度', en: 'Limit before' }, { access: read })),
    readOnlyField(amount('exposure', { zh: '审核时占用', en: 'Exposure at approval' }, { min: undefined })),
    businessDateField('validFrom', { zh: '生效日', en: 'Valid from' }, { required: true, index: true, defaultToday: true }),
    businessDateField('validTo', { zh: '截止日', en: 'Valid to' }, { index: true }),
    longText('reason', { zh: '原因', en: 'Reason' }),
  ],
})
