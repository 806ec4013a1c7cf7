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
export const say = {
  zh: { sample: '样板', name: '品名', itemNo: '样板品号', formal: '正式品号', order: '样板订单', due: '要求日期', made: '完工 / 报废', operations: '工序', operation: '工序', operator: '操作人', planned: '计划', actual: '实际', good: '合格', bad: '不良', sign: '签名', materials: '领料', issued: '已领', features: '产品特征', feature: '特征', required: '要求值', tolerance: '公差 ±', measured: '实测值', deviation: '偏差', judgement: '判定', ok: '合格', out: '超差', drawings: '图纸', drawingNo: '图号', file: '文件', revision: '版次', title: '名称', none: '无', category: '类别', engineer: '工程师', unit: '单位', approval: '客户认可', round: (n: number) => `第 ${n} 轮`, picture: '样板图片', approvalPicture: '批办图片', answered: '答复日期', notYet: '尚未反馈', remark: '客户意见', details: '客户反馈内容', technicalNotes: '技术说明', seller: '供方', buyer: '客户承认（签章）', prepared: '制单', checked: '检验', released: '工程主管' },
  en: { sample: 'Sample', name: 'Name', itemNo: 'Sample item', formal: 'Item', order: 'Sample order', due: 'Due', made: 'Done / scrapped', operations: 'Operations', operation: 'Operation', operator: 'Operator', planned: 'Planned', actual: 'Actual', good: 'Good', bad: 'Bad', sign: 'Signed', materials: 'Materials', issued: 'Issued', features: 'Features', feature: 'Feature', required: 'Required', tolerance: 'Tolerance ±', measured: 'Measured', deviation: 'Deviation', judgement: 'Judgement', ok: 'OK', out: 'OUT', drawings: 'Drawings', drawingNo: 'Drawing no.', file: 'File', revision: 'Revision', title: 'Title', none: 'None', category: 'Category', engineer: 'Engineer', unit: 'Unit', approval: 'Approval by the customer', round: (n: number) => `Round ${n}`, picture: 'Sample', approvalPicture: 'Approved sample', answered: 'Answered on', notYet: 'No feedback yet', remark: 'Customer says', details: 'What the customer said', technicalNotes: 'Technical notes', seller: 'Seller', buyer: 'Approved by the customer', prepared: 'Prepared', checked: 'Inspected', released: 'Engineering' },
} as const // prettier-ignore

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
