import { createHash } from 'node:crypto'

import { accountNews } from '@/src/domain/people/accountNews'
import { tellOfAccounts } from '@/src/usecases/control/tellOfAccounts'

import { keepersOf } from './keepersOf'
import { masterKind } from './masterKind'

/** People who left had no address, or nobody knows it any more: they are named on documents and never log in. */
const placeholder = (name: unknown): string =>
  `no-mail-${createHash('sha256').update(String(name)).digest('hex').slice(0, 12)}@nobody.invalid`

export const departments = masterKind({
  kind: 'departments',
  slug: 'departments',
  namedByName: true,
  title: { zh: '部门', en: 'Departments' },
  roles: keepersOf('departments'),
  fields: [
    {
      field: 'code',
      required: false,
      also: ['部门编码', '部门代码', 'department id', 'dept no'],
      example: 'D01',
      note: { zh: '留空取名称', en: 'Empty = the name' },
    },
    { field: 'name', also: ['部门', '部门名称', 'department', 'department name'], example: { zh: '业务一部', en: 'Sales 1' } },
    { field: 'head', also: ['部门经理', '经理', 'manager'] },
    { field: 'credit.control' },
    { field: 'credit.limit' },
    { field: 'credit.days' },
  ],
})

export const users = masterKind({
  kind: 'users',
  slug: 'users',
  title: { zh: '操作员', en: 'Users' },
  note: {
    zh: '邮箱可留空：离职人员仍可作为业务员出现在单据上，但不能登录。导入的人员没有密码，由管理员设置或通过“忘记密码”取得。',
    en: 'E-mail may be left empty: people who left stay on their documents and cannot log in. Nobody has a password after an import; an administrator sets one, or "forgot password" does.',
  },
  roles: keepersOf('users'),
  keys: [['email'], ['name']],
  fields: [
    {
      field: 'name',
      also: [
        '业务员',
        '人员',
        '人员名称',
        '职员',
        '职员姓名',
        '员工',
        'salesperson',
        'employee',
        'employee name',
        'full name',
        '销售员',
        '销售代表',
      ],
      example: { zh: '林晓梅', en: 'Mei Lin' },
    },
    { field: 'email', required: false, also: ['电子邮件', '邮件', 'mail'], example: 'mei.lin@example.com' },
    { field: 'roles', also: ['角色'], example: { zh: '业务员', en: 'Salesperson' } },
    { field: 'department', also: ['所属部门'] },
    { field: 'language' },
    { field: 'dataScope' },
    { field: 'warehouses' },
    { field: 'seeCost' },
    { field: 'seeMinimumPrice' },
    { field: 'seeCreditLimit' },
    { field: 'editPrice' },
    { field: 'sellBelowMinimum' },
    { field: 'mergeCustomers' },
    { field: 'releaseQuota' },
    { field: 'disabled', also: ['离职', '已离职', 'left'] },
  ],
  beside: (req, accounts) => {
    const usable = accounts.filter((account) => accountNews({ before: null, after: account, isPasswordSet: false }).length > 0)
    return Promise.resolve({ leave: () => tellOfAccounts(req, { accounts: usable, deeds: ['made'] }) })
  },
  compose: (values, former) => (former || values['email'] ? {} : { email: placeholder(values['name']), emailNotifications: false }),
})
