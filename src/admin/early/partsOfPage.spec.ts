import { expect, test } from '@jest/globals'

import { allThere, awaited } from './partsOfPage'

test('what a page names is loaded once, and what comes with it in its turn', async () => {
  const asked: string[] = []
  const load = (name: string) => async () => {
    asked.push(name)
    if (name === 'frame') awaited('frame', load('inner')) // known only when the one around it has come
    return name
  }
  const frame = awaited('frame', load('frame'))
  const other = awaited('other', load('other'))
  await allThere(['frame', 'frame', 'nobody knows this one'])
  expect(asked).toEqual(['frame', 'inner'])
  expect([frame.there, other.there]).toEqual(['frame', null])
  await Promise.all([frame.load(), allThere(['frame'])])
  expect(asked).toEqual(['frame', 'inner'])
})

test('what cannot be loaded holds nothing up, and is asked for again when it is drawn', async () => {
  let isDown = true
  const part = awaited('down', async () => {
    if (isDown) throw new Error('no net')
    return 'part'
  })
  await allThere(['down'])
  expect(part.there).toBeNull()
  expect(await part.tried()).toBeNull()
  isDown = false
  expect(await part.load()).toBe('part')
  expect(part.there).toBe('part')
})
