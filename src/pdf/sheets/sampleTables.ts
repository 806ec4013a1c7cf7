import { inLanguages } from '@/src/domain/words/words'
import type { Sheet, SheetColumn } from '../sheet'
import { quantity } from '../shown'

export type Feature = { key: string; name?: string | null; value?: string | null; unit?: string | null; tolerance?: number | null }
export type Measured = {
  feature: string
  required?: string | null
  measured?: string | null
  deviation?: string | null
  judgement?: 'ok' | 'out' | null
  remark?: string | null
}
/** Words of the sheets of samples. */
export const say = inLanguages({
  sample: { zh: '样板', en: 'Sample' },
  name: { zh: '品名', en: 'Name' },
  itemNo: { zh: '样板品号', en: 'Sample item' },
  formal: { zh: '正式品号', en: 'Item' },
  order: { zh: '样板订单', en: 'Sample order' },
  due: { zh: '要求日期', en: 'Due' },
  made: { zh: '完工 / 报废', en: 'Done / scrapped' },
  operations: { zh: '工序', en: 'Operations' },
  operation: { zh: '工序', en: 'Operation' },
  operator: { zh: '操作人', en: 'Operator' },
  planned: { zh: '计划', en: 'Planned' },
  actual: { zh: '实际', en: 'Actual' },
  good: { zh: '合格', en: 'Good' },
  bad: { zh: '不良', en: 'Bad' },
  sign: { zh: '签名', en: 'Signed' },
  materials: { zh: '领料', en: 'Materials' },
  issued: { zh: '已领', en: 'Issued' },
  features: { zh: '产品特征', en: 'Features' },
  feature: { zh: '特征', en: 'Feature' },
  required: { zh: '要求值', en: 'Required' },
  tolerance: { zh: '公差 ±', en: 'Tolerance ±' },
  measured: { zh: '实测值', en: 'Measured' },
  deviation: { zh: '偏差', en: 'Deviation' },
  judgement: { zh: '判定', en: 'Judgement' },
  ok: { zh: '合格', en: 'OK' },
  out: { zh: '超差', en: 'OUT' },
  drawings: { zh: '图纸', en: 'Drawings' },
  drawingNo: { zh: '图号', en: 'Drawing no.' },
  file: { zh: '文件', en: 'File' },
  revision: { zh: '版次', en: 'Revision' },
  title: { zh: '名称', en: 'Title' },
  none: { zh: '无', en: 'None' },
  category: { zh: '类别', en: 'Category' },
  engineer: { zh: '工程师', en: 'Engineer' },
  unit: { zh: '单位', en: 'Unit' },
  approval: { zh: '客户认可', en: 'Approval by the customer' },
  round: { zh: (n: number) => `第 ${n} 轮`, en: (n: number) => `Round ${n}` },
  picture: { zh: '样板图片', en: 'Sample' },
  approvalPicture: { zh: '批办图片', en: 'Approved sample' },
  answered: { zh: '答复日期', en: 'Answered on' },
  notYet: { zh: '尚未反馈', en: 'No feedback yet' },
  remark: { zh: '客户意见', en: 'Customer says' },
  details: { zh: '客户反馈内容', en: 'What the customer said' },
  technicalNotes: { zh: '技术说明', en: 'Technical notes' },
  seller: { zh: '供方', en: 'Seller' },
  buyer: { zh: '客户承认（签章）', en: 'Approved by the customer' },
  prepared: { zh: '制单', en: 'Prepared' },
  checked: { zh: '检验', en: 'Inspected' },
  released: { zh: '工程主管', en: 'Engineering' },
})

/** Facts that have something to say. */
export const filled = (facts: Sheet['facts']): Sheet['facts'] => facts.filter(([, value]) => value !== '')
/** An array of a document, empty where there is none. */
export const rowsIn = <Row>(value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])

/** Required against measured, one row per feature that has either; rows measured beyond the features follow. */
export function featureTable(
  features: readonly Feature[],
  measured: readonly Measured[],
  language: Sheet['language'],
): Sheet['tables'][number] {
  const own = say[language]
  const found = new Map(measured.map((row) => [row.feature, row]))
  const named = new Set(features.flatMap(({ key, name }) => [key, name ?? key]))
  const of = (feature: Feature): Measured | undefined => found.get(feature.key) ?? found.get(feature.name ?? '')
  const judged = (row: Measured | undefined): string => (row?.judgement ? own[row.judgement] : '')
  const columns: SheetColumn[] = [
    { title: own.feature, width: '*' },
    { title: own.required, align: 'right', width: 70 },
    { title: own.unit, width: 36 },
    { title: own.tolerance, align: 'right', width: 62 },
    { title: own.measured, align: 'right', width: 70 },
    { title: own.deviation, align: 'right', width: 52 },
    { title: own.judgement, width: 52 },
  ]
  return {
    title: own.features,
    columns,
    rows: [
      ...features.map((feature) => {
        const row = of(feature)
        return [
          feature.name && feature.name !== feature.key
            ? { text: feature.name, sub: row?.remark ?? '' }
            : { text: feature.key, sub: row?.remark ?? '' },
          feature.value ?? '',
          feature.unit ?? '',
          feature.tolerance ? quantity(feature.tolerance) : '',
          row?.measured ?? '',
          row?.deviation ?? '',
          judged(row),
        ]
      }),
      ...measured
        .filter(({ feature }) => !named.has(feature))
        .map((row) => [row.feature, row.required ?? '', '', '', row.measured ?? '', row.deviation ?? '', judged(row)]),
    ],
    empty: own.none,
  }
}
