import type { ChangeFlag, ReviewDepartment } from '../orders/requiredDepartments'
import type { Role } from '../people/person'
import type { Words } from './words'

/** What the roles of the house are called. */
export const roleWords: Readonly<Record<Role, Words>> = {
  sales: { zh: '业务员', en: 'Salesperson' },
  salesManager: { zh: '业务经理', en: 'Sales manager' },
  pmc: { zh: '生管', en: 'PMC' },
  rd: { zh: '研发', en: 'R&D' },
  engineering: { zh: '工程', en: 'Engineering' },
  warehouse: { zh: '仓库', en: 'Warehouse' },
  finance: { zh: '财务', en: 'Finance' },
  generalManager: { zh: '总经理', en: 'General manager' },
  auditor: { zh: '审计', en: 'Auditor' },
  admin: { zh: '系统管理员', en: 'Administrator' },
}

/** The departments that review an order: those of the roles, but sales as a whole. */
export const departmentWords: Readonly<Record<ReviewDepartment, Words>> = {
  sales: { zh: '业务', en: 'Sales' },
  pmc: roleWords.pmc,
  rd: roleWords.rd,
  engineering: roleWords.engineering,
}

/** What may be new about a line. */
export const changeFlagWords: Readonly<Record<ChangeFlag, Words>> = {
  part: { zh: '零件', en: 'Part' },
  structure: { zh: '结构', en: 'Structure' },
  appearance: { zh: '外观', en: 'Appearance' },
  process: { zh: '工艺', en: 'Process' },
  newMaterial: { zh: '新材料', en: 'New material' },
  newSupplier: { zh: '新供应商', en: 'New supplier' },
}

/** What a department may say. */
export const opinionWords = {
  agree: { zh: '同意', en: 'Agree' },
  agreeWithCondition: { zh: '有条件同意', en: 'Agree with condition' },
  disagree: { zh: '不同意', en: 'Disagree' },
} as const satisfies Record<string, Words>

export const optionsOf = <V extends string>(words: Readonly<Record<V, Words>>): Array<{ value: V; label: Words }> =>
  (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }))
