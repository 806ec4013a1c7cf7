import type { Stage, Told } from '../stage'

type Plot = {
  customer: string
  by: string
  ago: number
  lines: ReadonlyArray<readonly [string, number]>
  validDays?: number
  remark?: string
}

async function quote(stage: Stage, { customer, by, ago, lines, validDays = 30, remark }: Plot): Promise<Told<'quotes'>> {
  const date = stage.ago(ago)
  return stage.create(by, 'quotes', {
    customer: stage.id('customers', customer),
    date,
    validUntil: stage.ago(ago - validDays),
    ...(remark ? { remark } : {}),
    lines: lines.map(([item, qty]) => ({ item: stage.id('items', item), qty, unit: 'PCS' })),
  })
}

/** A quote as far as the named verbs bring it; what the manager does, the manager does. */
async function upTo(stage: Stage, plot: Plot, verbs: readonly string[]): Promise<Told<'quotes'>> {
  const made = await quote(stage, plot)
  for (const verb of verbs) {
    const who = verb === 'approve' || verb === 'reject' ? 'manager' : plot.by
    const body = ['reject', 'lose', 'cancel'].includes(verb)
      ? { reason: { reject: '价格需再核算', lose: '客户选用同行更低报价', cancel: '客户项目取消' }[verb] }
      : verb === 'confirm'
        ? { confirmedBy: '客户采购' }
        : {}
    await stage.run(who, 'quotes', made.id, verb, body)
  }
  return made
}

const toSent = ['submit', 'approve', 'send'] as const
const toConfirmed = [...toSent, 'confirm'] as const

/** What a new customer is offered first, in quantities and with terms; the prices are those of the day. */
async function firstOffer(stage: Stage): Promise<void> {
  const offered: ReadonlyArray<readonly [string, number, readonly number[]]> = [
    ['GZK-1700-QG', 5000, [20_000, 50_000]],
    ['SHK-1250-YG', 5000, [20_000]],
    ['MD-0900-YG', 10_000, []],
  ]
  await stage.create('manager', 'quote-templates', {
    name: '牛仔辅料首次报价',
    validityDays: 30,
    remark: '含电镀色卡确认',
    terms: '{{客户}}：模具费首单免收；交期自打样确认起 15 天。',
    termsEn: '{{customer}}: no tooling charge on the first order; delivery 15 days after the sample is approved.',
    lines: offered.map(([code, qty, breaks]) => ({ item: stage.id('items', code), qty, breaks: breaks.map((least) => ({ qty: least })) })),
  })
}

/** Quotes in every state a person can bring them to, and the orders two of them became. */
export async function tellQuotes(stage: Stage): Promise<void> {
  await firstOffer(stage)
  await upTo(stage, { customer: 'C004', by: 'sales', ago: 1, lines: [['GZK-2000-JS', 20_000]], remark: '客户要求加急打样' }, [])
  await upTo(
    stage,
    {
      customer: 'C006',
      by: 'sales2',
      ago: 2,
      lines: [
        ['SHK-1500-HS', 30_000],
        ['MD-0900-HG', 60_000],
      ],
    },
    ['submit'],
  )
  await upTo(stage, { customer: 'C007', by: 'sales', ago: 4, lines: [['SHK-1000-YG', 40_000]] }, ['submit', 'reject'])
  await upTo(
    stage,
    {
      customer: 'C002',
      by: 'sales2',
      ago: 5,
      lines: [
        ['GZK-1700-YG', 50_000],
        ['MD-0950-QS', 100_000],
      ],
    },
    ['submit', 'approve'],
  )
  await upTo(stage, { customer: 'C003', by: 'sales', ago: 6, lines: [['SHK-1250-QG', 40_000]] }, toSent)
  await upTo(stage, { customer: 'C005', by: 'sales2', ago: 50, lines: [['GZK-1400-QG', 30_000]], remark: '有效期已过,待客户回复' }, toSent)
  await upTo(
    stage,
    {
      customer: 'C001',
      by: 'sales',
      ago: 3,
      lines: [
        ['GZK-2300-HS', 15_000],
        ['MD-1200-ZS', 20_000],
      ],
    },
    toConfirmed,
  )
  await upTo(stage, { customer: 'C005', by: 'sales2', ago: 40, lines: [['SHK-2000-QG', 25_000]] }, [...toSent, 'lose'])
  await upTo(stage, { customer: 'C010', by: 'sales2', ago: 30, lines: [['MD-1050-JS', 10_000]] }, ['cancel'])

  const whole = await upTo(stage, { customer: 'C002', by: 'sales2', ago: 8, lines: [['SHK-1700-JS', 12_000]] }, toConfirmed)
  const order = await stage.bear('sales2', 'quotes', whole.id, 'create-order', 'orders')
  await stage.run('sales2', 'orders', order.id, 'submit')

  const part = await upTo(
    stage,
    {
      customer: 'C003',
      by: 'sales',
      ago: 9,
      lines: [
        ['GZK-1700-HG', 30_000],
        ['MD-0750-QG', 80_000],
      ],
    },
    toConfirmed,
  )
  const [first] = part['lines'] as Array<{ id: string }>
  await stage.bear('sales', 'quotes', part.id, 'create-order', 'orders', { lines: [{ quoteLine: first?.id, qty: 10_000 }] })
}
