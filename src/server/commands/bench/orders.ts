import { type BenchHouse, elapsed, inBenchHouse, median } from './benchHouse'
import { type BenchOrder, saveByHand } from './orderFloor'
import { openOrderHouse } from './orderHouse'
import { isQuick } from './size'

/**
 * How often a size is measured, after warming up: large ones take long enough to be measured fewer times. A server that has saved two dozen orders is still
 * compiling what it runs; one of a working day is not.
 */
const roundsOf = (lines: number): { warm: number; measured: number } =>
  lines > 50 ? { warm: 2, measured: 5 } : isQuick ? { warm: 5, measured: 10 } : { warm: 300, measured: 60 }

type Figures = { wall: number; cpu: number }
/** What is measured of an order, one step after the other; each is given what the one before it left. */
type Step = { name: string; does: (left: string) => Promise<string> }

/**
 * Each step is taken of so many orders before the next one is: a machine whose speed changes from minute to minute changes it for all of them.
 * Processor time is that of the orders counted; those before them only warm up.
 */
async function inTurn(house: BenchHouse, steps: readonly Step[], rounds: { warm: number; measured: number }): Promise<Figures[]> {
  const taken = steps.map(() => ({ walls: [] as number[], cpu: 0 }))
  const atOnce = Math.min(10, rounds.measured)
  for (let done = 0; done < rounds.warm + rounds.measured; done += atOnce) {
    let left = Array.from({ length: atOnce }, () => '')
    for (const [at, { does }] of steps.entries()) {
      const next: string[] = []
      const walls: number[] = []
      const cpu = await house.cpuOf(async () => {
        for (const each of left) walls.push(await elapsed(async () => void next.push(await does(each))))
      })
      left = next
      const step = taken[at]
      if (!step || done < rounds.warm) continue
      step.walls.push(...walls)
      step.cpu += cpu
    }
  }
  return taken.map(({ walls, cpu }) => ({ wall: median(walls), cpu: cpu / walls.length }))
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
 * `npm run bench -- orders`: an order saved, submitted, approved, delivered and invoiced through REST with all guards, beside the fair floor, in one run on one machine.
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
      const idOf = (document: Record<string, unknown>): string => String(document['id'])
      const approve = async (id: string): Promise<string> => idOf(await post(`orders/${id}/approve`, {}))
      const enter = async (): Promise<string> => {
        const id = idOf(await save())
        await post(`orders/${id}/submit`, {})
        return id
      }
      const follow = (kind: string, verb: string, next: string) => async (id: string) => {
        const made = idOf(await post(`${kind}/${id}/${verb}`, {}))
        await post(`${next}/${made}/approve`, {})
        return made
      }
      await saveByHand({ client, order }) // every balance row is there before anything is measured
      const steps: Step[] = [
        { name: 'floor', does: async () => (await saveByHand({ client, order }), '') },
        { name: 'saved', does: async () => idOf(await save()) },
        { name: 'submitted', does: async (id) => (await post(`orders/${id}/submit`, {}), id) },
        { name: 'approved', does: approve },
        { name: 'delivered', does: follow('orders', 'create-delivery', 'deliveries') },
        { name: 'invoiced', does: follow('deliveries', 'create-invoice', 'invoices') },
      ]
      const [floor = { wall: 0, cpu: 0 }, ...figures] = await inTurn(house, steps, roundsOf(lines))
      const waiting = await enter()
      const statements: Record<string, number> = { saved: await statementsOf(save), approved: await statementsOf(() => approve(waiting)) }
      console.log(`${String(lines)} lines: floor ${floor.wall.toFixed(1)} ms, CPU ${floor.cpu.toFixed(1)} ms`)
      for (const [at, { wall, cpu }] of figures.entries()) {
        const { name = '' } = steps[at + 1] ?? {}
        const asked = statements[name] === undefined ? '' : `, ${String(statements[name])} statements`
        console.log(
          `  ${name.padEnd(9)} in ${wall.toFixed(1).padStart(7)} ms (${ratio(wall, floor.wall)}×), CPU ${cpu.toFixed(1).padStart(7)} ms (${ratio(cpu, floor.cpu)}×)${asked}`,
        )
      }
      console.log(`  a save with the triggers of the sums ${(await shareOfSums(house, save)).toFixed(3)} of one without`)
    }
  })
