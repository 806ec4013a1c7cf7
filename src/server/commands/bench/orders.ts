import { type BenchHouse, elapsed, inBenchHouse, median } from './benchHouse'
import { type BenchOrder, saveByHand } from './orderFloor'
import { openOrderHouse } from './orderHouse'
import { isQuick } from './size'

/**
 * How often a size is measured, after warming up: large ones take long enough to be measured fewer times. A server that has saved two dozen orders is still
 * compiling what it runs; one of a working day is not.
 */
const roundsOf = (lines: number): { warm: number; measured: number } =>
  lines > 50 ? { warm: 2, measured: 5 } : isQuick ? { warm: 5, measured: 10 } : { warm: 150, measured: 60 }

type Figures = { wall: number; cpu: number }

async function measured(house: BenchHouse, lines: number, work: () => Promise<unknown>): Promise<Figures> {
  const rounds = roundsOf(lines)
  for (let round = 0; round < rounds.warm; round += 1) await work()
  const times: number[] = []
  const cpu = await house.cpuOf(async () => {
    for (let round = 0; round < rounds.measured; round += 1) times.push(await elapsed(work))
  })
  return { wall: median(times), cpu: cpu / rounds.measured }
}

/** How much of the processor time of a save the triggers are that note whose sums are due: with them and without, in turn. */
async function shareOfSums({ cpuOf, client }: BenchHouse, save: () => Promise<unknown>): Promise<number> {
  const { rows } = await client.query<{ name: string; of: string }>(
    `select tgname as name, tgrelid::regclass::text as of from pg_trigger where tgname ~ '_sums_(insert|update|delete)$'`,
  )
  const taken = { enable: [] as number[], disable: [] as number[] }
  for (let round = 0; round < 6; round += 1)
    for (const does of ['disable', 'enable'] as const) {
      for (const { name, of } of rows) await client.query(`alter table ${of} ${does} trigger ${name}`)
      await save()
      taken[does].push(
        await cpuOf(async () => {
          for (let n = 0; n < 10; n += 1) await save()
        }),
      )
    }
  return median(taken.enable) / median(taken.disable)
}

const ratio = (figure: number, floor: number): string => (figure / floor).toFixed(1)

/**
 * `npm run bench -- orders`: an order saved and approved through REST with all guards, beside the fair floor, in one run on one machine.
 * Only the ratios, the growth and the numbers of statements mean anything on another one.
 */
export const benchOrders = (sizes: readonly number[]): Promise<number> =>
  inBenchHouse(async (house) => {
    const { post, client, statementsOf } = house
    const stock = await openOrderHouse(house, Math.max(...sizes))
    for (const lines of sizes) {
      const order: BenchOrder = { ...stock, items: stock.items.slice(0, lines) }
      const body = { customer: order.customer, lines: order.items.map((item) => ({ item, qty: 1, warehouse: order.warehouse })) }
      const save = (): Promise<Record<string, unknown>> => post('orders?depth=0', body)
      await saveByHand({ client, order }) // every balance row is there before anything is measured
      const saved = await measured(house, lines, save)
      const floor = await measured(house, lines, () => saveByHand({ client, order }))
      const { warm, measured: count } = roundsOf(lines)
      const waiting: string[] = []
      for (let n = 0; n <= warm + count; n += 1) {
        const id = String((await save())['id'])
        await post(`orders/${id}/submit`, {})
        waiting.push(id)
      }
      const approve = (): Promise<unknown> => post(`orders/${String(waiting.pop())}/approve`, {})
      const approved = await measured(house, lines, approve)
      const withSums = await shareOfSums(house, save)
      const statements = { save: await statementsOf(save), approve: await statementsOf(approve) }
      const told = ({ wall, cpu }: Figures): string =>
        `${wall.toFixed(1)} ms (${ratio(wall, floor.wall)}×), CPU ${cpu.toFixed(1)} ms (${ratio(cpu, floor.cpu)}×)`
      console.log(
        `${String(lines)} lines: floor ${floor.wall.toFixed(1)} ms, CPU ${floor.cpu.toFixed(1)} ms; ` +
          `saved in ${told(saved)}, ${String(statements.save)} statements; approved in ${told(approved)}, ${String(statements.approve)} statements; ` +
          `a save with the triggers of the sums ${withSums.toFixed(3)} of one without`,
      )
    }
  })
