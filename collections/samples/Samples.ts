import type { CollectionConfig } from 'payload'

import { documentCollection } from '../documentCollection'
import {
  areas,
  documentHeader,
  drawings,
  keptAsText,
  longText,
  pictures,
  quantity,
  readOnlyField,
  relation,
  richText,
  shortText,
  yesNo,
  featureKind,
  featureList,
} from '../fields'

const features = featureList(
  [
    {
      type: 'row',
      fields: [
        shortText('key', { zh: '特征', en: 'Feature' }, { required: true, maxLength: 60 }),
        shortText('value', { zh: '数值', en: 'Value' }, keptAsText),
        shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
        quantity('tolerance', { zh: '公差 ±', en: 'Tolerance ±' }),
      ],
    },
    {
      type: 'row',
      fields: [
        shortText('name', { zh: '名称', en: 'Name' }),
        featureKind(),
        shortText('options', { zh: '选项', en: 'Options' }),
        yesNo('required', { zh: '必填', en: 'Required' }),
      ],
    },
  ],
  {
    description: { zh: '按物料分类的模板自动带出，保存后填写数值', en: 'Come from the template of the category; fill in the values' },
    custom: { columns: ['key', 'value', 'unit', 'tolerance', 'required', 'type', 'options'] },
  },
)

const gallery = {
  Component: '/src/admin/views/opened#GalleryTab',
  path: '/gallery',
  tab: { label: ({ t }: { t: (key: string) => string }) => t('gendan:gallery'), href: '/gallery' },
} as const

/** 样板资料: from the customer's wish to the formal item. */
export const Samples: CollectionConfig = documentCollection({
  slug: 'samples',
  mailed: true,
  tabs: { gallery },
  area: areas.samples,
  search: ['no', 'name'],
  follows: ['sampleItem'],
  fields: [
    ...documentHeader('samples'),
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { required: true }),
    shortText('name', { zh: '品名', en: 'Name' }, { required: true, index: true }),
    relation('category', { zh: '物料分类', en: 'Category' }, 'item-categories'),
    shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20, defaultValue: 'PCS' }),
    features,
    drawings(),
    pictures(),
    readOnlyField(pictures({ name: 'approvalPictures', label: { zh: '批办图片', en: 'Approval pictures' } })),
    richText('technicalNotes', { zh: '技术说明', en: 'Technical notes' }),
    shortText('bomReference', { zh: 'BOM 编号', en: 'BOM reference' }),
    relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', { admin: { position: 'sidebar' } }),
    relation('engineer', { zh: '工程师', en: 'Engineer' }, 'users', { admin: { position: 'sidebar' } }),
    relation('department', { zh: '部门', en: 'Department' }, 'departments', { admin: { position: 'sidebar' } }),
    readOnlyField(relation('item', { zh: '样板品号', en: 'Sample item' }, 'items', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('formalItem', { zh: '正式品号', en: 'Formal item' }, 'items', { admin: { position: 'sidebar' } })),
    readOnlyField(
      longText(
        'waiver',
        { zh: '量产特批原因', en: 'Goods orders allowed because' },
        { admin: { condition: ({ waiver }) => Boolean(waiver) } },
      ),
    ),
    readOnlyField({
      name: 'statusSince',
      type: 'date',
      label: { zh: '状态起始', en: 'In this status since' },
      admin: { position: 'sidebar' },
    }),
  ],
})
