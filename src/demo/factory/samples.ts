import type { Stage, Told } from '../stage'

import { playOrder } from './orderPlot'
import { demoDrawing, demoPicture } from './sampleFiles'

type Wish = {
  customer: string
  by: 'sales' | 'sales2'
  ago: number
  name: string
  category: string
  /** head diameter and thickness in mm, plating */
  features: readonly [string, string, string]
  colour: string
}

const tolerance = 0.1

/** Sales writes down what the customer wants. */
async function wish(stage: Stage, { customer, by, ago, name, category, features, colour }: Wish): Promise<Told<'samples'>> {
  stage.setMoment(ago)
  const picture = await stage.create(by, 'pictures', { title: name }, await demoPicture(name, colour))
  const [head, thickness, plating] = features
  const sample = await stage.create(by, 'samples', {
    date: stage.ago(ago),
    customer: stage.id('customers', customer),
    name,
    category: stage.id('item-categories', category),
    features: [
      { key: '头大', value: head, tolerance },
      { key: '头厚', value: thickness, tolerance },
      { key: '电镀色', value: plating },
    ],
    pictures: [picture.id],
  })
  const { no, item } = await stage.read(by, 'samples', sample.id)
  stage.know('items', String(no), Number(item))
  return sample
}

/** Engineering takes it on, draws it and, where a day is named, finishes it. */
async function prepare(
  stage: Stage,
  sample: Told<'samples'>,
  { by, accepted, ready }: { by: string; accepted: number; ready?: number },
): Promise<void> {
  stage.setMoment(accepted + 1)
  await stage.run(by, 'samples', sample.id, 'submit')
  stage.setMoment(accepted)
  await stage.run('engineering', 'samples', sample.id, 'accept')
  const about = { title: sample.name, drawingNo: `D-${String(sample.id)}`, revision: 'A' }
  const drawing = await stage.create('engineering', 'drawings', about, demoDrawing(String(sample.no)))
  await stage.update('engineering', 'samples', sample.id, { drawings: [drawing.id] })
  if (ready === undefined) return
  stage.setMoment(ready)
  await stage.run('engineering', 'samples', sample.id, 'ready')
}

type Making = {
  customer: string
  by: 'sales' | 'sales2'
  qty: number
  ordered: number
  sent?: number
  /** head diameter and thickness as measured */
  measured?: readonly [string, string]
}

/** A sample order made by engineering: work order with operations, pieces measured, delivered; its delivery opens the round. */
async function produce(stage: Stage, sample: Told<'samples'>, { customer, by, qty, ordered, sent, measured }: Making): Promise<void> {
  stage.setMoment(ordered)
  const order = await playOrder(stage, {
    ...{ customer, by, ago: ordered, until: 'approved', header: { kind: 'sample' } },
    lines: [[String(sample.no), qty, { supply: 'production', free: true, price: 0 }]],
  })
  const [work] = await stage.find('engineering', 'sample-work-orders', { order: { equals: order.id } })
  if (!work) throw new Error('The approved sample order opened no work order')
  const operation = (name: string, operator: string, from: number, to: number) => ({
    ...{ name, operator },
    plannedStart: stage.ago(ordered - from),
    plannedEnd: stage.ago(ordered - to),
  })
  await stage.update('engineering', 'sample-work-orders', work.id, {
    operations: [operation('冲压', '张师傅', 0, 1), operation('电镀', '刘师傅', 2, 3), operation('组装全检', '邓师傅', 4, 4)],
    materials: [{ item: stage.id('items', 'GZK-1400-QG'), qty, warehouse: stage.id('warehouses', 'CP') }],
  })
  await stage.run('engineering', 'sample-work-orders', work.id, 'start')
  if (sent === undefined) return
  stage.setMoment(sent + 1)
  await stage.run('engineering', 'sample-work-orders', work.id, 'complete', { qty, scrapped: 2 })
  if (measured)
    await stage.update('engineering', 'sample-work-orders', work.id, {
      measurements: [
        { feature: '头大', measured: measured[0] },
        { feature: '头厚', measured: measured[1] },
      ],
    })
  stage.setMoment(sent)
  const delivery = await stage.bear(by, 'orders', order.id, 'create-delivery', 'deliveries', { date: stage.ago(sent) })
  await stage.run('manager', 'deliveries', delivery.id, 'approve')
}

type Answer = { by: string; ago: number; status: string; remark: string; colour?: string }

/** The customer answers the open round with a picture of what he means. */
async function answer(stage: Stage, sample: Told<'samples'>, { by, ago, status, remark, colour }: Answer): Promise<void> {
  stage.setMoment(ago)
  const [round] = await stage.find(by, 'feedback-rounds', { sample: { equals: sample.id }, status: { equals: 'awaiting' } })
  if (!round) throw new Error('No round of this sample is open')
  if (colour) {
    const picture = await stage.create(
      by,
      'pictures',
      { title: status === 'approved' ? '批办图片' : '客户意见' },
      await demoPicture(`${String(sample.name)} ${status === 'approved' ? 'OK' : '?'}`, colour),
    )
    await stage.update(by, 'feedback-rounds', round.id, { pictures: [picture.id] })
  }
  await stage.run(by, 'feedback-rounds', round.id, 'close', { status, remark })
}

const c001 = { customer: 'C001', by: 'sales' } as const
const c002 = { customer: 'C002', by: 'sales2' } as const

/** Samples in every state that matters: from the wish of yesterday to the item one became after two rounds. */
export async function tellSamples(stage: Stage): Promise<void> {
  const about = (name: string, category: string, features: Wish['features'], colour: string) => ({ name, category, features, colour })
  await wish(stage, { ...c001, ago: 1, ...about('工字扣 19 麦穗花边', 'GZK', ['19', '4.2', '红古铜'], '#8d5a3b') })

  const making = await wish(stage, { ...c002, ago: 9, ...about('四合扣 14 滴胶', 'SHK', ['14', '3.1', '浅金'], '#d8b26a') })
  await prepare(stage, making, { by: 'sales2', accepted: 7 })
  await produce(stage, making, { ...c002, qty: 100, ordered: 5 })

  const sent = await wish(stage, { ...c001, ago: 24, ...about('工字扣 17 镂空星', 'GZK', ['17', '3.9', '枪色'], '#55585c') })
  await prepare(stage, sent, { by: 'sales', accepted: 22, ready: 14 })
  await produce(stage, sent, { ...c001, qty: 60, ordered: 21, sent: 12, measured: ['17.04', '3.95'] })

  const changed = await wish(stage, { ...c002, ago: 33, ...about('平面撞钉 11 拉丝', 'MD', ['11', '1.6', '哑银'], '#b9bcc0') })
  await prepare(stage, changed, { by: 'sales2', accepted: 31, ready: 22 })
  await produce(stage, changed, { ...c002, qty: 200, ordered: 30, sent: 20, measured: ['11.18', '1.58'] })
  await answer(stage, changed, { by: 'sales2', ago: 6, status: 'changeRequested', remark: '头大偏大,拉丝再细一些', colour: '#b9b4a6' })

  const agreed = await wish(stage, { ...c001, ago: 45, ...about('四合扣 15 珍珠彩', 'SHK', ['15', '3.3', '哑黑'], '#2f3136') })
  await prepare(stage, agreed, { by: 'sales', accepted: 43, ready: 35 })
  await produce(stage, agreed, { ...c001, qty: 80, ordered: 42, sent: 33, measured: ['15.02', '3.31'] })
  await answer(stage, agreed, { by: 'sales', ago: 4, status: 'approved', remark: '颜色手感均认可', colour: '#33363b' })

  const formal = await wish(stage, { ...c002, ago: 70, ...about('工字扣 15 复古章', 'GZK', ['15', '3.5', '青古铜'], '#7d6a45') })
  await prepare(stage, formal, { by: 'sales2', accepted: 68, ready: 60 })
  await produce(stage, formal, { ...c002, qty: 50, ordered: 67, sent: 58, measured: ['15.2', '3.5'] })
  await answer(stage, formal, { by: 'sales2', ago: 50, status: 'changeRequested', remark: '头大偏大 0.2,请修模', colour: '#94805c' })
  stage.setMoment(49)
  await stage.run('engineering', 'samples', formal.id, 'accept')
  stage.setMoment(42)
  await stage.run('engineering', 'samples', formal.id, 'ready')
  await produce(stage, formal, { ...c002, qty: 50, ordered: 48, sent: 40, measured: ['15.03', '3.52'] })
  await answer(stage, formal, { by: 'sales2', ago: 31, status: 'approved', remark: '第二轮认可', colour: '#80704a' })
  stage.setMoment(28)
  await stage.run('engineering', 'samples', formal.id, 'convert', { code: 'GZK-1500-FG' })
  stage.setMoment(null)
}
