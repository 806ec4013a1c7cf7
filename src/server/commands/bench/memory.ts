import { inBenchHouse } from './benchHouse'
import { memoryOf } from './processor'
import { openClients, withServers } from './servers'
import { sized } from './size'

const clients = 4

/** `npm run bench -- memory`: resident memory of a built server in each tenth of 10,000 saves of ten lines, and what is left of it. */
export const benchMemory = (): Promise<number> =>
  inBenchHouse(async (house) => {
    const ask = await openClients(house)
    const saves = sized(10_000)
    await withServers(house, 1, async ([server]) => {
      if (!server) return
      const resident = (): string => (memoryOf(server.pid) / 1e6).toFixed(0)
      const curve = [resident()]
      let saved = 0
      for (let tenth = 1; tenth <= 10; tenth += 1) {
        const end = (saves * tenth) / 10
        await Promise.all(
          Array.from({ length: clients }, async () => {
            while (saved < end) await ask(server, 'save', (saved += 1))
          }),
        )
        curve.push(resident())
      }
      console.log(
        `${saves.toLocaleString('en-US')} saves by ${String(clients)} clients; resident MB before, and after each tenth: ${curve.join(' ')}`,
      )
    })
  })
