import { expect, test } from '@jest/globals'

import { createProgress } from './progress'

const terminal = ({ isTTY }: { isTTY: boolean }) => {
  const state = { text: '', clock: 0 }
  const progress = createProgress({ output: { isTTY, columns: 120, write: (text) => (state.text += text) }, now: () => state.clock })
  return { state, progress }
}

test('on a terminal the bar tells rate and time left and is redrawn in place', () => {
  const { state, progress } = terminal({ isTTY: true })
  progress.phase({ name: 'Writing the books', total: 1000 })
  state.clock = 2000
  progress.advance(250)
  const [line] = state.text.split('\r\u001b[2K').slice(-1)
  expect(line).toContain('25 %')
  expect(line).toContain('125/s')
  expect(line).toContain('0:06 left')
})

test('in a log every phase is one plain line', () => {
  const { state, progress } = terminal({ isTTY: false })
  progress.phase({ name: 'Reading', total: 10 })
  state.clock = 4000
  progress.advance(10)
  progress.end()
  expect(state.text).toBe('Reading: 10 rows (3 rows/s), 4.0 s\n')
})

test('the share of bytes read stands in where the number of rows is not known', () => {
  const { state, progress } = terminal({ isTTY: true })
  progress.phase({ name: 'Reading', total: 0 })
  state.clock = 1000
  progress.share(0.5)
  expect(state.text).toContain('50 %')
  expect(state.text).toContain('0:01 left')
})
