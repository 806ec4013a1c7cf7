import { expect, test } from '@jest/globals'

import { tellProgress } from './progress'

const screen = (isTTY: boolean, columns?: number) => {
  const written: string[] = []
  return { written, isTTY, columns, write: (text: string) => written.push(text) }
}

test('a file is told when work begins and how long it took', async () => {
  const file = screen(false)
  let time = 0
  const { during } = tellProgress({ screen: file, clock: () => time })
  const result = await during('Seeding', async (detail) => {
    detail('orders')
    time = 12_400
    return Promise.resolve(7)
  })
  expect(result).toBe(7)
  expect(file.written).toEqual(['Seeding …\n', 'Seeding: done after 12 s\n'])
})

test('a terminal has one live line with all that runs side by side, never wider than itself', async () => {
  const terminal = screen(true, 50)
  const { during, say } = tellProgress({ screen: terminal, clock: () => 0 })
  await during('Building the pages', () =>
    during('Seeding', async (detail) => {
      detail('3 of 14: orders')
      say('stays')
      return Promise.resolve()
    }),
  )
  const shown = terminal.written.map((text) => text.replace('\r\u001b[2K', ''))
  expect(shown).toContain('stays\n')
  expect(shown).toContain('Building the pages … 0 s   Seeding … 0 s')
  expect(shown).toContain('Seeding: done after 0 s\n')
  for (const text of shown.filter((each) => !each.endsWith('\n'))) expect(text.length).toBeLessThan(50)
})

test('work that fails is told as stopped, and its error goes on', async () => {
  const file = screen(false)
  const { during } = tellProgress({ screen: file, clock: () => 0 })
  await expect(during('Building', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(file.written.at(-1)).toBe('Building: stopped after 0 s\n')
})
