import type { PayloadRequest } from 'payload'

import { roundStatusWords } from '@/src/domain/samples/statusWords'
import type { RoundStatus } from '@/src/domain/samples/feedbackRound'

import { picturesById } from '../readPictures'
import type { Print, PrintedDocument, Sheet, SheetColumn } from '../sheet'
import { codeOf, dayOf, idOf, nameOf, quantity, textOf, words } from '../words'

type Feature = { key: string; name?: string | null; value?: string | null; unit?: string | null; tolerance?: number | null }
type Measured = {
  feature: string
  required?: string | null
  measured?: string | null
  deviation?: string | null
  judgement?: 'ok' | 'out' | null
  remark?: string | null
}
type Operation = { name: string; operator?: string | null; remark?: string | null } & Partial<
  Record<'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd', string | null>
>
type Material = { item: unknown; qty: number; warehouse?: unknown; batchNo?: string | null; issued?: boolean | null }
type Drawing = { filename?: string | null; title?: string | null; drawingNo?: string | null; revision?: string | null }
type Round = {
  round: number
  status: RoundStatus
  remark?: string | null
  closedAt?: string | null
  technical?: Measured[] | null
  pictures?: unknown[]
}
type Gallery = NonNullable<Sheet['gallery']>

const say = {
  zh: { sample: '样板', name: '品名', itemNo: '样板品号', formal: '正式品号', order: '样板订单', due: '要求日期', made: '完工 / 报废', operations: '工序', operation: '工序', operator: '操作人', planned: '计划', actual: '实际', good: '合格', bad: '不良', sign: '签名', materials: '领料', issued: '已领', features: '产品特征', feature: '特征', required: '要求值', tolerance: '公差 ±', measured: '实测值', deviation: '偏差', judgement: '判定', ok: '合格', out: '超差', drawings: '图纸', drawingNo: '图号', file: '文件', revision: '版次', title: '名称', none: '无', category: '类别', engineer: '工程师', unit: '单位', approval: '客户认可', round: (n: number) => `第 ${n} 轮`, picture: '样板图片', approvalPicture: '批办图片', notYet: '尚未反馈', remark: '客户意见', seller: '供方', buyer: '客户承认（签章）', prepared: '制单', checked: '检验', released: '工程主管' },
  en: { sample: 'Sample', name: 'Name', itemNo: 'Sample item', formal: 'Item', order: 'Sample order', due: 'Due', made: 'Done / scrapped', operations: 'Operations', operation: 'Operation', operator: 'Operator', planned: 'Planned', actual: 'Actual', good: 'Good', bad: 'Bad', sign: 'Signed', materials: 'Materials', issued: 'Issued', features: 'Features', feature: 'Feature', required: 'Required', tolerance: 'Tolerance ±', measured: 'Measured', deviation: 'Deviation', judgement: 'Judgement', ok: 'OK', out: 'OUT', drawings: 'Drawings', drawingNo: 'Drawing no.', file: 'File', revision: 'Rev.', title: 'Title', none: 'None', category: 'Category', engineer: 'Engineer', unit: 'Unit', approval: 'Approval by the customer', round: (n: number) => `Round ${n}`, picture: 'Sample', approvalPicture: 'Approved sample', notYet: 'No feedback yet', remark: 'Customer says', seller: 'Seller', buyer: 'Approved by the customer', prepared: 'Prepared', checked: 'Inspected', released: 'Engineering' },
} as const // prettier-ignore

const filled = (facts: Sheet['facts']): Sheet['facts'] => facts.filter(([, value]) => value !== '')
const span = (from: unknown, to: unknown): string => [dayOf(from).slice(5), dayOf(to).slice(5)].filter(Boolean).join(' – ')
const rowsIn = <Row>(value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])

/** Required against measured, one row per feature that has either; rows measured beyond the features follow. */
function featureTable(features: readonly Feature[], measured: readonly Measured[], language: Sheet['language']): Sheet['tables'][number] {
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

/** 流程卡: goes with the pieces through the workshop; what is done by hand is written onto it. */
export const travellerCard: Print = {
  slug: 'sample-work-orders',
  name: 'traveller',
  title: { zh: '样板流程卡', en: 'Traveller card' },
  sheet: ({ doc, language, company }) => {
    const own = say[language]
    const sample = doc['sample'] as { features?: Feature[] } | null
    const operations = rowsIn<Operation>(doc['operations'])
    return {
      language,
      company,
      title: travellerCard.title[language],
      no: doc.no,
      ...(doc.status === 'cancelled' ? { watermark: words[language].cancelled } : {}),
      facts: filled([
        [own.sample, textOf((doc['sample'] as { no?: string } | null)?.no)],
        [own.name, nameOf(doc['sample']) || nameOf(doc['item'])],
        [own.itemNo, codeOf(doc['item'])],
        [words[language].qty, [quantity(doc['qty']), textOf((doc['item'] as { unit?: string } | null)?.unit)].filter(Boolean).join(' ')],
        [words[language].customer, nameOf(doc['customer'])],
        [own.due, dayOf(doc['due'])],
        [own.order, textOf((doc['order'] as { no?: string } | null)?.no)],
        [words[language].warehouse, nameOf(doc['warehouse'])],
        [own.made, `${quantity(doc['completed'] ?? 0)} / ${quantity(doc['scrapped'] ?? 0)}`],
        [words[language].date, dayOf(doc['date'])],
      ]),
      tables: [
        {
          title: own.operations,
          columns: [
            { title: '#', align: 'right' },
            { title: own.operation, width: '*' },
            { title: own.operator, width: 60 },
            { title: own.planned, width: 76, noWrap: true },
            { title: own.actual, width: 76, noWrap: true },
            { title: own.good, width: 40 },
            { title: own.bad, width: 40 },
            { title: own.sign, width: 60 },
          ],
          rows: operations.map((one, at) => [
            String(at + 1),
            { text: one.name, sub: one.remark ?? '' },
            one.operator ?? '',
            span(one.plannedStart, one.plannedEnd),
            span(one.actualStart, one.actualEnd),
            '',
            '',
            '',
          ]),
          empty: own.none,
        },
        {
          title: own.materials,
          columns: [
            { title: words[language].item, noWrap: true },
            { title: words[language].name, width: '*' },
            { title: words[language].qty, align: 'right' },
            { title: words[language].warehouse, width: 70 },
            { title: words[language].batch, width: 60 },
            { title: own.issued, width: 36 },
          ],
          rows: rowsIn<Material>(doc['materials']).map((line) => [
            codeOf(line.item),
            { text: nameOf(line.item), sub: textOf((line.item as { specification?: string | null } | null)?.specification) },
            quantity(line.qty),
            nameOf(line.warehouse),
            line.batchNo ?? '',
            line.issued ? '✓' : '',
          ]),
          empty: own.none,
        },
        featureTable(
          rowsIn<Feature>(sample?.features).filter(({ value }) => value),
          rowsIn<Measured>(doc['measurements']),
          language,
        ),
      ],
      notes: doc['remark'] ? [{ title: words[language].remark, text: textOf(doc['remark']) }] : [],
      signatures: [own.prepared, own.checked, own.released],
    }
  },
}

/** The round that counts: the one the customer approved, else the latest that was not withdrawn. */
async function lastRound(req: PayloadRequest, sample: number): Promise<Round | null> {
  const { docs } = await req.payload.find({
    collection: 'feedback-rounds' as never,
    where: { and: [{ sample: { equals: sample } }, { status: { not_equals: 'withdrawn' } }] },
    sort: '-round',
    pagination: false,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })
  const rounds = docs as unknown as Round[]
  return rounds.find(({ status }) => status === 'approved') ?? rounds[0] ?? null
}

async function galleryOf(req: PayloadRequest, doc: PrintedDocument, round: Round | null): Promise<{ sample: Gallery; approval: Gallery }> {
  const [own, approved] = [rowsIn(doc['pictures']).map(idOf), rowsIn(round?.pictures).map(idOf)]
  const files = await picturesById({ req, ids: [...own, ...approved].flatMap((id) => id ?? []), pixels: 600 })
  const shown = (ids: Array<number | null>): Gallery => ids.flatMap((id) => (id !== null && files.has(id) ? [{ title: '', picture: files.get(id) as Buffer }] : [])).slice(0, 6) // prettier-ignore
  return { sample: shown(own), approval: shown(approved) }
}

const unsigned: readonly string[] = ['draft', 'submitted', 'inPreparation', 'changeRequested']
const given: readonly string[] = ['cancelled', 'refused', 'rejectedByCustomer']

/** 承认书: what the customer approves, or has approved: features required and measured, drawings, pictures, his answer. */
export const approvalSheet: Print = {
  slug: 'samples',
  name: 'approval',
  title: { zh: '样板承认书', en: 'Sample approval sheet' },
  mailTo: 'customer',
  load: async ({ req, doc }) => {
    const round = await lastRound(req, doc.id)
    return { round, gallery: await galleryOf(req, doc, round) }
  },
  sheet: ({ doc, language, company, related }) => {
    const own = say[language]
    const { round, gallery } = related as { round: Round | null; gallery: { sample: Gallery; approval: Gallery } }
    const drawings = rowsIn<Drawing | number>(doc['drawings']).filter((one): one is Drawing => typeof one === 'object' && one !== null)
    const answered = round && round.status !== 'awaiting' ? round : null
    const result = round ? `${own.round(round.round)} · ${roundStatusWords[round.status][language]}` : own.notYet
    return {
      language,
      company,
      title: approvalSheet.title[language],
      no: doc.no,
      ...(unsigned.includes(doc.status) ? { watermark: words[language].draft } : {}),
      ...(given.includes(doc.status) ? { watermark: words[language].cancelled } : {}),
      facts: filled([
        [words[language].customer, nameOf(doc['customer'])],
        [words[language].date, dayOf(doc['date'])],
        [own.name, textOf(doc['name'])],
        [own.category, nameOf(doc['category'])],
        [own.itemNo, codeOf(doc['item'])],
        [own.formal, codeOf(doc['formalItem'])],
        [words[language].salesperson, nameOf(doc['salesperson'])],
        [own.engineer, nameOf(doc['engineer'])],
        [own.approval, result],
        [words[language].date, dayOf(answered?.closedAt)],
      ]),
      tables: [
        featureTable(rowsIn<Feature>(doc['features']), rowsIn<Measured>(round?.technical), language),
        {
          title: own.drawings,
          columns: [
            { title: own.drawingNo, width: 90 },
            { title: own.title, width: '*' },
            { title: own.revision, width: 50 },
            { title: own.file, width: 150 },
          ],
          rows: drawings.map((one) => [one.drawingNo ?? '', one.title ?? '', one.revision ?? '', one.filename ?? '']),
          empty: own.none,
        },
      ],
      gallery: [
        ...gallery.sample.map((one) => ({ ...one, title: own.picture })),
        ...gallery.approval.map((one) => ({ ...one, title: own.approvalPicture })),
      ],
      notes: answered?.remark ? [{ title: own.remark, text: answered.remark }] : [],
      signatures: [own.seller, own.buyer],
    }
  },
}
