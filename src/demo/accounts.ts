import type { Role } from '@/src/domain/people/person'

/** One account of the demonstration factory. `password` is the same for all and public: it opens demonstration books only. */
export type DemoAccount = {
  key: string
  email: string
  password: string
  name: string
  /** What the person does, for the list on the sign-in page. */
  title: { zh: string; en: string }
  roles: readonly Role[]
  /** Code of the department. */
  department: string
  rights?: Readonly<Record<string, unknown>>
}

export const demoPassword = 'gendan-demo'

const account = (
  key: string,
  name: string,
  title: DemoAccount['title'],
  roles: readonly Role[],
  department: string,
  rights: DemoAccount['rights'] = {},
): DemoAccount => ({ key, email: `${key}@demo.example`, password: demoPassword, name, title, roles, department, rights })

/** The people of the demonstration factory, in the order they are listed. */
export const demoAccounts: readonly DemoAccount[] = [
  account('sales', '林晓梅', { zh: '业务员', en: 'Sales' }, ['sales'], 'XS'),
  account('sales2', '陈志强', { zh: '业务员', en: 'Sales' }, ['sales'], 'XS'),
  account('manager', '周建国', { zh: '销售经理', en: 'Sales manager' }, ['salesManager'], 'XS', {
    editPrice: true,
    seeMinimumPrice: true,
    seeCreditLimit: true,
  }),
  account('pmc', '黄丽华', { zh: '生管', en: 'Production control' }, ['pmc'], 'SG'),
  account('rd', '吴伟明', { zh: '研发', en: 'R&D' }, ['rd'], 'YF'),
  account('engineering', '郑国栋', { zh: '工程', en: 'Engineering' }, ['engineering'], 'GC', { seeCost: true }),
  account('warehouse', '何秀英', { zh: '仓库', en: 'Warehouse' }, ['warehouse'], 'CK', { seeCost: true }),
  account('finance', '孙丽娟', { zh: '会计', en: 'Accountant' }, ['finance'], 'CW'),
  account('finance2', '钱文斌', { zh: '财务主管', en: 'Head of finance' }, ['finance'], 'CW', {
    seeMinimumPrice: true,
    releaseQuota: 100_000,
  }),
  account('gm', '许振华', { zh: '总经理', en: 'General manager' }, ['generalManager'], 'ZJ', {
    editPrice: true,
    sellBelowMinimum: true,
    releaseQuota: 1_000_000,
  }),
  account('admin', '马俊杰', { zh: '系统管理员', en: 'Administrator' }, ['admin'], 'ZJ'),
]
