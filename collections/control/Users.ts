import type { CollectionConfig, FieldAccess, JSONFieldValidation, PayloadRequest } from 'payload'

import { noticeKinds, noticeWays, unknownChoices } from '@/src/domain/control/noticeWay'
import { roleWords } from '@/src/domain/words/peopleWords'
import { idOf } from '@/src/domain/kernel/idOf'
import { keepAnAdmin } from '@/hooks/masters/keepAnAdmin'
import { countVersion, lockRecord } from '@/hooks/masters/keepVersion'
import { recordCredentials } from '@/hooks/masters/recordCredentials'
import { rightsByTwo } from '@/hooks/masters/rightsByTwo'
import { isPasswordJudged, passwordPolicy } from '@/hooks/masters/passwordPolicy'
import {
  askSecondFactor,
  endKeysWithSessions,
  endLinksWithWays,
  endSessions,
  recordLogin,
  recordLogout,
  refuseDisabledUser,
} from '@/hooks/masters/userSessions'
import { creditByTwo } from '@/hooks/masters/twoPersons'
import { termsOfCard } from '@/src/domain/credit/loosenedCredit'
import { renewWaysInWithPowers } from '@/hooks/masters/renewWaysIn'
import { rememberWordsAfterChange } from '@/hooks/masters/rememberWords'
import { tellOfAccount } from '@/hooks/masters/tellOfAccount'
import { recordMasterChange } from '@/hooks/recordMasterChange'
import { hasAnyRole, hasRole } from '@/src/access/roles'

import { amount, areas, choice, creditGroup, nameField, relation, relations, yesNo } from '../fields'
import { proposeButton } from '../fields/proposeButton'
import { recordVersion } from '../fields/recordVersion'
import { oneAtATime } from '../oneAtATime'

const adminOnly: FieldAccess = ({ req }) => hasRole(req.user, 'admin')
const selfOrAdmin: FieldAccess = ({ req, doc, id }) => hasRole(req.user, 'admin') || isSelf(req.user, doc?.id ?? id)
const selfOnly: FieldAccess = ({ req, doc, id }) => isSelf(req.user, doc?.id ?? id)
const readsRights: FieldAccess = ({ req, doc, id }) =>
  hasRole(req.user, 'admin', 'generalManager', 'auditor') || isSelf(req.user, doc?.id ?? id)

const isSelf = (user: unknown, id: unknown): boolean => idOf(user) !== null && idOf(user) === Number(id)

/** Another's by the administrator; one's own where the change has been judged (`passwordPolicy`), which asks for the one in force. */
const setsPassword: FieldAccess = (asked) =>
  selfOnly(asked) ? isPasswordJudged(asked.req, asked.doc?.id ?? asked.id) : hasRole(asked.req.user, 'admin')

/** Rights: the administrator gives them, the person himself, general manager and auditor see them. */
const right = { create: adminOnly, update: adminOnly, read: readsRights }
const closed = { create: () => false, update: () => false, read: () => false }
const administered = { create: adminOnly, update: adminOnly }
const own = { create: adminOnly, update: selfOrAdmin, read: readsRights }

const knownChoices: JSONFieldValidation = (value, { req }) => {
  const unknown = unknownChoices(value)
  if (unknown.length === 0) return true
  const [kinds, ways] = [Object.keys(noticeKinds).join(', '), noticeWays.join(', ')]
  return req.i18n.language === 'en'
    ? `${unknown.join(', ')}: kinds are ${kinds}; ways are ${ways}`
    : `${unknown.join('、')}：通知类型为 ${kinds}；方式为 ${ways}`
}

/**
 * 操作员. Everybody sees the names (documents name people); e-mail and rights are the person's own and the administrator's to see.
 * A user is never deleted, since documents and the audit log name him; he is disabled.
 */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { zh: '操作员', en: 'User' }, plural: { zh: '操作员', en: 'Users' } },
  auth: {
    useAPIKey: true,
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax', secure: (process.env.SERVER_URL ?? '').startsWith('https://') },
  },
  access: {
    admin: ({ req }) => hasAnyRole(req.user),
    unlock: ({ req }) => hasRole(req.user, 'admin'),
  },
  admin: {
    group: areas.control,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'department', 'disabled'],
    listSearchableFields: ['name', 'email'],
    enableListViewSelectAPI: true,
    components: { edit: { beforeDocumentControls: [proposeButton({ kind: 'rights' })] } },
  },
  ...oneAtATime,
  fields: [
    nameField({ zh: '姓名', en: 'Name' }, { access: administered }),
    {
      name: 'email',
      type: 'email',
      label: { zh: '邮箱', en: 'E-mail' },
      required: true,
      unique: true,
      access: { create: adminOnly, update: adminOnly, read: readsRights },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: { zh: '角色', en: 'Roles' },
      options: Object.entries(roleWords).map(([value, label]) => ({ value, label })),
      access: right,
    },
    relation('department', { zh: '部门', en: 'Department' }, 'departments', { access: administered }),
    choice(
      'language',
      { zh: '语言', en: 'Language' },
      [
        { value: 'zh', label: { zh: '中文', en: '中文' } },
        { value: 'en', label: { zh: 'English', en: 'English' } },
      ],
      // whoever makes an account works in the language of the house
      {
        defaultValue: ({ req }: { req: PayloadRequest }) => (req.i18n?.language === 'en' ? 'en' : 'zh'),
        custom: { databaseDefault: 'zh' },
        access: own,
      },
    ),
    yesNo('emailNotifications', { zh: '邮件通知', en: 'Notify by e-mail' }, { defaultValue: true, access: own }),
    yesNo('dailyDigest', { zh: '每日跟单摘要邮件', en: 'Daily follow-up by e-mail' }, { access: own }),
    {
      name: 'mutedNotifications',
      type: 'text',
      hasMany: true,
      label: { zh: '不接收的通知类型', en: 'Kinds of notification not wanted' },
      access: own,
      admin: { hidden: true },
    },
    {
      name: 'noticeChoices',
      type: 'json',
      label: { zh: '各类通知的接收方式', en: 'How each kind of notice reaches one' },
      typescriptSchema: [() => ({ type: 'object', additionalProperties: { type: 'string' } })],
      access: own,
      validate: knownChoices,
      admin: { components: { Field: '/src/admin/views/opened#NoticesField' } },
    },
    choice(
      'dataScope',
      { zh: '数据范围', en: 'Data scope' },
      [
        { value: 'own', label: { zh: '本人', en: 'Own' } },
        { value: 'department', label: { zh: '本部门', en: 'Department' } },
        { value: 'all', label: { zh: '全部', en: 'All' } },
      ],
      { access: right, admin: { description: { zh: '留空按角色', en: 'Empty = by role' } } },
    ),
    relations('warehouses', { zh: '可用仓库', en: 'Warehouses' }, 'warehouses', {
      access: right,
      admin: { description: { zh: '留空为不限', en: 'Empty = not limited' } },
    }),
    yesNo('seeCost', { zh: '可见成本', en: 'Sees cost' }, { access: right }),
    yesNo('seeMinimumPrice', { zh: '可见最低售价', en: 'Sees minimum price' }, { access: right }),
    yesNo('seeCreditLimit', { zh: '可见信用额度', en: 'Sees credit limit' }, { access: right }),
    yesNo('editPrice', { zh: '可改价格', en: 'May edit prices' }, { access: right }),
    yesNo('sellBelowMinimum', { zh: '可低于最低售价', en: 'May sell below minimum' }, { access: right }),
    yesNo('mergeCustomers', { zh: '可合并客户', en: 'May merge customers' }, { access: right }),
    amount(
      'releaseQuota',
      { zh: '信用审批额度', en: 'Release quota' },
      { access: right, admin: { description: { zh: '可放行的超额上限', en: 'Largest excess this person may release' } } },
    ),
    // no column: says who sets whose password by the platform's own fields. One's own is changed beside the one in force
    {
      name: 'password',
      type: 'text',
      label: { zh: '密码', en: 'Password' },
      virtual: true,
      access: { create: adminOnly, update: setsPassword, read: () => false },
      admin: { components: { Field: false } },
    },
    { name: 'accountPanel', type: 'ui', admin: { components: { Field: '/src/admin/views/opened#AccountPanel' } } },
    // keys of the platform's own kind can be read again and open everything: there are none (`src/accounts/apiKeys`)
    { name: 'enableAPIKey', type: 'checkbox', access: closed },
    { name: 'apiKey', type: 'text', access: closed },
    creditGroup(),
    yesNo('disabled', { zh: '停用', en: 'Disabled' }, { access: right }),
    recordVersion(),
  ],
  hooks: {
    beforeOperation: [lockRecord, passwordPolicy, recordCredentials, creditByTwo('credit', termsOfCard)],
    beforeLogin: [refuseDisabledUser, askSecondFactor],
    beforeChange: [keepAnAdmin, rightsByTwo, endSessions, countVersion],
    afterChange: [
      rememberWordsAfterChange,
      recordMasterChange,
      endKeysWithSessions,
      endLinksWithWays,
      renewWaysInWithPowers,
      tellOfAccount,
    ],
    afterLogin: [recordLogin],
    afterLogout: [recordLogout],
  },
}
