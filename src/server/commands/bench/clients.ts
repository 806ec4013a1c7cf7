import { inBenchHouse, median } from './benchHouse'
import { processorOf } from './processor'
import { type Asked, openClients, withServers } from './servers'
import { sized } from './size'

/** What ten requests of an office are: one in five is a save of ten lines. */
const mix: readonly Asked[] = ['list', 'order', 'save', 'availability', 'order', 'list', 'report', 'order', 'save', 'availability']
const counts = [1, 8, 32]

const at95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
const told = (times: readonly number[]): string => `${median(times).toFixed(0)} / ${at95(times).toFixed(0)} ms`

/**
 * `npm run bench -- clients`: one, eight and thirty-two clients who ask built servers one thing after the other, of one process and of two on
 * the same books. Every answer must be a good one. The clients work on the same machine, so that clocks say less than processor time.
 */
export const benchClients = (): Promise<number> =>
  inBenchHouse(async (house) => {
    const ask = await openClients(house)
    const requests = sized(1000)
    let asked = 0
    for (const processes of [1, 2])
      await withServers(house, processes, async (servers) => {
        const drive = async (clients: number, count: number): Promise<{ reads: number[]; saves: number[]; seconds: number }> => {
          const [reads, saves]: [number[], number[]] = [[], []]
          const end = asked + count
          const client = async (own: number): Promise<void> => {
            const server = servers[own % servers.length]
            while (server && asked < end) {
              const at = (asked += 1)
              const what = mix[at % mix.length] ?? 'list'
              const took = await ask(server, what, at)
              if (what === 'save') saves.push(took)
              else reads.push(took)
            }
          }
          const started = performance.now()
          await Promise.all(Array.from({ length: clients }, (_, own) => client(own)))
          return { reads, saves, seconds: (performance.now() - started) / 1000 }
        }
        await drive(2 * processes, sized(300)) // what runs has been compiled
        const spent = (): number => servers.reduce((sum, { pid }) => sum + processorOf(pid), 0)
        for (const clients of counts) {
          const [server, database] = [spent(), await house.databaseCpu()]
          const { reads, saves, seconds } = await drive(clients, requests)
          const each = (milliseconds: number): string => (milliseconds / requests).toFixed(1)
          console.log(
            `${String(processes)} ${processes === 1 ? 'process  ' : 'processes'} ${String(clients).padStart(3)} clients: ${(requests / seconds).toFixed(0).padStart(4)} requests/s; ` +
              `reads ${told(reads)}, saves of ten lines ${told(saves)} (middle / 95 of 100); processor a request: servers ${each(spent() - server)}, database ${each((await house.databaseCpu()) - database)} ms`,
          )
        }
      })
  })
