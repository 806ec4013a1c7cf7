import { describe, expect, test } from '@jest/globals'
import { setImmediate as turn } from 'node:timers/promises'

import { Stages } from './stages'

/** Portions that note what is done to them, and what else is under way at that moment. */
function noted(failing: Partial<Record<'judge' | 'write', number>> = {}) {
  const log: string[] = []
  const underWay = new Set<string>()
  const beside = new Set<string>()
  const doing = (what: 'judge' | 'write') => async (portion: number) => {
    const name = `${what} ${String(portion)}`
    underWay.add(name)
    for (let turns = 0; turns < 5; turns += 1) {
      await turn()
      if (underWay.size > 1) beside.add([...underWay].sort().join(' + '))
    }
    underWay.delete(name)
    if (failing[what] === portion) throw new Error(name)
    log.push(name)
    return portion
  }
  const judge = doing('judge')
  const write = doing('write')
  const stages = new Stages<number, number>(judge, async (ready) => void (await write(ready)))
  return { log, beside, underWay, stages }
}

describe('portions in stages', () => {
  test('writes every portion, in the order of the file, while the next is judged', async () => {
    const { log, beside, stages } = noted()
    for (const portion of [1, 2, 3, 4]) await stages.take(portion)
    await stages.written()
    expect(log.filter((name) => name.startsWith('write'))).toEqual(['write 1', 'write 2', 'write 3', 'write 4'])
    expect(log.filter((name) => name.startsWith('judge'))).toEqual(['judge 1', 'judge 2', 'judge 3', 'judge 4'])
    expect([...beside]).toEqual(['judge 2 + write 1', 'judge 3 + write 2', 'judge 4 + write 3'])
  })

  test('says what failed, and is over when nothing is under way', async () => {
    for (const failing of [{ write: 1 }, { judge: 2 }, { write: 2 }, { write: 3 }] as const) {
      const { log, underWay, stages } = noted(failing)
      const work = async (): Promise<void> => {
        try {
          for (const portion of [1, 2, 3]) await stages.take(portion)
          await stages.written()
        } finally {
          await stages.ended()
        }
      }
      const [what, portion] = Object.entries(failing)[0] ?? []
      await expect(work()).rejects.toThrow(`${String(what)} ${String(portion)}`)
      expect(underWay.size).toBe(0)
      expect(log).not.toContain(`write ${String(Number(portion) + 1)}`)
    }
  })
})
