import TestSequencer from '@jest/test-sequencer'

const isBrowserStory = ({ path }) => path.includes('/tests/browser/')

/**
 * The stories in the browser first: they take as long as a third of the rest. Left to the order by size of file, which a machine goes by
 * that has not run them before, they come last, and the other worker waits for them.
 */
export default class StoriesFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    return [...sorted.filter(isBrowserStory), ...sorted.filter((test) => !isBrowserStory(test))]
  }
}
