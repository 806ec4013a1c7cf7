/** What specs import of the runner. It knows no limit of time for a test: one that hangs fails here, and says so. */
const LIMIT = 600_000

const inTime = (work) =>
  work &&
  Object.defineProperty(
    async (...given) => {
      let timer
      const late = new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`still running after ${LIMIT / 1000} seconds`)), LIMIT)
      })
      try {
        await Promise.race([work(...given), late])
      } finally {
        clearTimeout(timer) // also when the test failed before it promised anything
      }
    },
    'length',
    { value: 0 },
  )

const hook = (of) => (work) => of(inTime(work))
const each =
  (of) =>
  (...table) =>
  (name, work) =>
    of.each(...table)(name, inTime(work))
const limited = (of) => Object.assign((name, work) => of(name, inTime(work)), { each: each(of) })

const { test: given } = globalThis
export const test = Object.assign(limited(given), { skip: given.skip, only: limited(given.only) })
export const beforeAll = hook(globalThis.beforeAll)
export const afterAll = hook(globalThis.afterAll)
export const beforeEach = hook(globalThis.beforeEach)
export const afterEach = hook(globalThis.afterEach)
export const { describe, expect, jest } = globalThis
