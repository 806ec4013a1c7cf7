import type { PayloadRequest } from 'payload'
import { createDocument } from '@/src/engine/documents/createDocument'

import { demoAccounts } from '../accounts'
import type { Stage } from '../stage'

const departments = [
  ['XS', '销售部', 'manager'],
  ['SG', '生管部', 'pmc'],
  ['YF', '研发部', 'rd'],
  ['GC', '工程部', 'engineering'],
  ['CK', '仓储部', 'warehouse'],
  ['CW', '财务部', 'finance2'],
  ['ZJ', '总经办', 'gm'],
] as const

/** The administrator comes first, by the same door as every first administrator; then he lets the others in. */
export async function enterPeople(stage: Stage, req: PayloadRequest): Promise<void> {
  const [admin] = demoAccounts.filter(({ key }) => key === 'admin')
  if (!admin) throw new Error('The demonstration needs an administrator')
  const { email, name, roles } = admin
  const first = await createDocument({
    req,
    slug: 'users',
    data: { email, password: stage.password, name, roles: [...roles], language: 'zh' },
    overrideAccess: true,
  })
  stage.enter('admin', { ...first })
  for (const [code, label] of departments) await stage.create('admin', 'departments', { code, name: label })
  for (const person of demoAccounts) {
    const data = {
      email: person.email,
      name: person.name,
      roles: [...person.roles],
      department: stage.id('departments', person.department),
      language: 'zh',
      ...person.rights,
    }
    const user =
      person.key === 'admin'
        ? await stage.update('admin', 'users', first.id as number, { department: data.department })
        : await stage.create('admin', 'users', { ...data, password: stage.password })
    stage.enter(person.key, user)
    stage.know('users', person.key, user.id)
  }
  for (const [code, , head] of departments) {
    await stage.update('admin', 'departments', stage.id('departments', code), { head: stage.id('users', head) })
  }
}

/** While the story is told a price below the minimum may be asked for; whoever opens the demonstration finds the rule a new company has. */
export const setPriceRules = (stage: Stage, minimumPriceMode: 'release' | 'forbid'): Promise<void> =>
  stage.settings('gm', 'pricing-settings', {
    methods: ['policy', 'latestPrice', 'list', 'latestCostPlus'],
    minimumPriceMode,
    gradeDiscounts: { AAA: 3, AA: 2, A: 1, B: 0, C: 0 },
  })

/** The rules the demonstration factory works by: those a new company starts with, and its name. */
export async function setRules(stage: Stage): Promise<void> {
  await stage.settings('admin', 'company', {
    name: '东莞市恒扣五金制品有限公司',
    nameEn: 'Dongguan Hengkou Hardware Products Co., Ltd.',
    addressEn: '8 Industrial Park, Dalang, Dongguan, Guangdong, China',
    baseCurrency: 'CNY',
    openingDay: null, // its story began months ago
    address: '广东省东莞市大朗镇工业园 8 号',
    phone: '0769-8301 0000',
    taxNo: '91441900MA0DEMO001',
  })
  // every item has a list price here; cost plus is what is left for those without
  await setPriceRules(stage, 'release')
  await stage.settings('gm', 'credit-settings', { action: 'release', moment: 'save' })
}
