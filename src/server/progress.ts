/** What a long start is doing, so that nobody looks at a silent terminal. */
export type Progress = {
  /** Does the work and tells it: that it runs, how long already, what it says of itself; and at last how long it took. */
  during: <Result>(what: string, work: (detail: (text: string) => void) => Promise<Result>) => Promise<Result>
  /** A line that stays. */
  say: (line: string) => void
}

type Running = { what: string; since: number; detail: string }
/** Where the lines go. `columns` is the width of a terminal in characters; there is none where the lines go to a file. */
export type Screen = { write: (text: string) => unknown; isTTY?: boolean | undefined; columns?: number | undefined }

const CLEAR = '\r\u001b[2K'
const LIVE = 500 // milliseconds between two looks at a terminal
const LOGGED = 10_000 // milliseconds between two lines in a file

/**
 * Tells of work that runs, also side by side. A terminal has one live last line; a file gets a line every ten seconds.
 * `clock` gives milliseconds.
 */
export function tellProgress({
  screen = process.stderr,
  clock = () => performance.now(),
}: { screen?: Screen; clock?: () => number } = {}): Progress {
  const running = new Set<Running>()
  const live = screen.isTTY === true
  let watch: NodeJS.Timeout | null = null

  const seconds = ({ since }: Running) => `${Math.round((clock() - since) / 1000)} s`
  const line = () => [...running].map((one) => `${one.what} … ${seconds(one)}${one.detail ? ` (${one.detail})` : ''}`).join('   ')
  const draw = () => {
    if (running.size === 0) return
    screen.write(live ? `${CLEAR}${line().slice(0, (screen.columns ?? 80) - 1)}` : `${line()}\n`)
  }
  const say = (text: string) => {
    screen.write(`${live ? CLEAR : ''}${text}\n`)
    if (live) draw()
  }
  const watchOver = () => {
    if (running.size > 0) watch ??= setInterval(draw, live ? LIVE : LOGGED).unref()
    else if (watch) {
      clearInterval(watch)
      watch = null
    }
  }

  return {
    say,
    during: async (what, work) => {
      const one: Running = { what, since: clock(), detail: '' }
      running.add(one)
      watchOver()
      if (live) draw()
      else screen.write(`${what} …\n`)
      let end = 'stopped'
      try {
        const result = await work((text) => {
          one.detail = text
          if (live) draw()
        })
        end = 'done'
        return result
      } finally {
        running.delete(one)
        watchOver()
        say(`${what}: ${end} after ${seconds(one)}`)
      }
    },
  }
}
