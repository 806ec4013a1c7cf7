import { creditByTwo } from '@/hooks/masters/twoPersons'
import { termsOfCard } from '@/src/domain/credit/loosenedCredit'

import { areas, creditGroup, relation } from '../fields'
import { codedMaster } from '../masterCollection'

/** 部门: owner of documents, and a credit object of its own. */
export const Departments = codedMaster({
  slug: 'departments',
  labels: { singular: { zh: '部门', en: 'Department' }, plural: { zh: '部门', en: 'Departments' } },
  area: areas.control,
  columns: ['head'],
  fields: [relation('head', { zh: '负责人', en: 'Head' }, 'users'), creditGroup()],
  hooks: { beforeOperation: [creditByTwo('credit', termsOfCard)] },
})
