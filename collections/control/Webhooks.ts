import type { FieldAccess } from 'payload'

import { followWebhook } from '@/hooks/masters/followWebhook'
import { judgeWebhook } from '@/hooks/masters/judgeWebhook'
import { callKinds } from '@/src/domain/outside/robotMessage'

import { areas, choice, nameField, readOnlyField, relation, relations, shortText, yesNo } from '../fields'
import { masterCollection } from '../masterCollection'

const kindWords = {
  webhook: { zh: 'Webhook（程序）', en: 'Webhook (a program)' },
  wecom: { zh: '企业微信机器人', en: 'WeCom robot' },
  dingtalk: { zh: '钉钉机器人', en: 'DingTalk robot' },
  feishu: { zh: '飞书机器人', en: 'Feishu robot' },
} as const

const nobody: FieldAccess = () => false
/** Sealed by the house, and read by it alone. */
const closed = { read: nobody, create: nobody, update: nobody }
/** Typed and never read again: what stands in the address of a robot lets everybody speak as the house. */
const writeOnly = { read: nobody }
const notListed = { disableListColumn: true, disableListFilter: true }

/** 外部通知: programs and chat groups that are told which steps documents take. What became of every call stands below the record. */
export const Webhooks = masterCollection({
  slug: 'webhooks',
  labels: { singular: { zh: '外部通知', en: 'Outside notice' }, plural: { zh: '外部通知', en: 'Outside notices' } },
  area: areas.control,
  title: 'name',
  columns: ['name', 'kind', 'addressShown', 'department', 'active', 'awaits'],
  search: ['name'],
  fields: [
    nameField(),
    choice(
      'kind',
      { zh: '类型', en: 'Kind' },
      callKinds.map((value) => ({ value, label: kindWords[value] })),
      { required: true, defaultValue: 'webhook' },
    ),
    shortText(
      'address',
      { zh: '地址', en: 'Address' },
      // one that is missing is refused where a form's new address is known
      { required: true, validate: () => true, maxLength: 2000, admin: { hidden: true }, access: writeOnly },
    ),
    readOnlyField(shortText('addressShown', { zh: '现用地址', en: 'Address in use' })),
    shortText(
      'newAddress',
      { zh: '新的地址', en: 'New address' },
      {
        virtual: true,
        maxLength: 2000,
        admin: {
          ...notListed,
          description: { zh: '保存后不再显示；留空则保留原地址', en: 'Not shown again; left empty, the former one stays' },
        },
      },
    ),
    shortText('secret', { zh: '签名密钥', en: 'Signing secret' }, { maxLength: 2000, admin: { hidden: true }, access: closed }),
    shortText(
      'newSecret',
      { zh: '新的签名密钥', en: 'New signing secret' },
      {
        virtual: true,
        admin: {
          ...notListed,
          description: {
            zh: '保存后不再显示；留空则保留原签名密钥。Webhook 至少 16 个字符；钉钉、飞书填机器人的「加签」密钥，企业微信不需要',
            en: 'Not shown again; left empty, the former one stays. A webhook: 16 characters at least; DingTalk and Feishu: the robot’s own; WeCom: none',
          },
        },
      },
    ),
    {
      name: 'events',
      type: 'text',
      hasMany: true,
      required: true,
      maxRows: 500,
      label: { zh: '事件', en: 'Events' },
      admin: { components: { Field: '/src/admin/views/opened#EventsField' } },
    },
    relation('department', { zh: '部门', en: 'Department' }, 'departments', {
      admin: { description: { zh: '只通知该部门的单据；留空为全部', en: 'Only documents of this department; empty: all' } },
    }),
    choice(
      'language',
      { zh: '语言', en: 'Language' },
      [
        { value: 'zh', label: { zh: '中文', en: '中文' } },
        { value: 'en', label: { zh: 'English', en: 'English' } },
      ],
      { defaultValue: 'zh' },
    ),
    yesNo('active', { zh: '启用', en: 'Active' }, { defaultValue: true }),
    readOnlyField(yesNo('awaits', { zh: '待第二人确认', en: 'Waits for a second person' })),
    readOnlyField(relations('changedBy', { zh: '变更人', en: 'Changed by' }, 'users')),
    { name: 'callLog', type: 'ui', admin: { components: { Field: '/src/admin/views/opened#CallLog' } } },
  ],
  hooks: { beforeChange: [judgeWebhook], afterChange: [followWebhook] },
})
