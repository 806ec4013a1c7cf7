import { creditByTwo } from '@/hooks/masters/twoPersons'
import { termsOfCard } from '@/src/domain/credit/loosenedCredit'

import { areas, codeField, creditGroup, nameField, relation } from '../fields'
import { masterCollection } from '../masterCollection'

/** 部门: owner of documents, and a credit object of its own. */
export const Departments = masterCollection({
  slug: 'departments',
  labels: { singular: { zh: '部门', en: 'Department' }, plural: { zh: '部门', en: 'Departments' } },
  area: areas.control,
  title: 'name',
  columns: ['code', 'name', 'head'],
  search: ['code', 'name'],
  fields: [codeField(), nameField(), relation('head', { zh: '负责人', en: 'Head' }, 'users'), creditGroup()],
  hooks: { beforeOperation: [creditByTwo('credit', termsOfCard)] },
})
