import { expect, test } from '@jest/globals'

import { contradictionsIn } from './define'

const word = { zh: '信', en: 'Letter' }

const sound = {
  slug: 'letters',
  states: { draft: word, sent: word },
  initial: 'draft',
  steps: { draft: { send: 'sent' } },
  editable: ['draft'],
  verbs: { send: { name: 'send' } },
}

test('rules that fit together contradict nothing', () => {
  expect(contradictionsIn(sound)).toEqual([])
  expect(contradictionsIn({ ...sound, steps: { ...sound.steps, sent: { arrive: 'sent' } }, takenByBooks: ['arrive'] })).toEqual([])
})

test.each([
  [{ initial: 'open' }, 'letters: initial status open is unknown'],
  [{ editable: ['open'] }, 'letters: editable status open is unknown'],
  [{ states: { draft: word, sent: word, lost: word } }, 'letters: status lost cannot be reached from draft'],
  [{ steps: { draft: { send: 'gone' } } }, 'letters: draft send leads to unknown status gone'],
  [{ steps: { draft: { send: 'sent', keep: 'draft' } } }, 'letters: step keep has no verb'],
  [{ verbs: { send: { name: 'send' }, burn: { name: 'burn' } } }, 'letters: verb burn stands in no step'],
  [{ verbs: { send: { name: 'post' } } }, 'letters: verb post is listed as send'],
  [{ takenByBooks: ['arrive'] }, 'letters: verb arrive stands in no step'],
])('%j is told in words', (wrong, said) => expect(contradictionsIn({ ...sound, ...wrong })).toContain(said))
