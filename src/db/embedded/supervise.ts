import { isAlive, launch, type LaunchOptions } from './server'

/** How long a server must have run before its death counts as the first one again. A start that fails counts as a death. */
const STEADY = 60_000
const MOST_DEATHS = 5

/**
 * Looks after a database server: when it has died it is started again on the same port, so that connections find it. One that dies
 * again and again is given up: `lost` hears why. `pid` is the one that runs now; `end` stops looking, once a start under way is over.
 */
export function supervise({
  pid: first,
  options,
  say,
  lost,
}: {
  pid: number
  options: LaunchOptions & { port: number }
  say: (line: string) => void
  lost: (error: Error) => void
}): { pid: () => number; end: () => Promise<void> } {
  let pid = first
  let begun = Date.now()
  let deaths = 0
  let looking: Promise<void> | null = null
  const giveUp = (error: Error): void => {
    clearInterval(watch)
    lost(error)
  }
  /** Starts the dead server again. It may be killed while it starts: the next look tries once more. */
  const look = async (): Promise<void> => {
    deaths = Date.now() - begun > STEADY ? 1 : deaths + 1
    begun = Date.now()
    if (deaths > MOST_DEATHS)
      return giveUp(new Error(`The database of ${options.dataDir} died ${deaths} times within a minute; see postgres.log there`))
    say(`The database of ${options.dataDir} has ended by itself; starting it again`)
    try {
      pid = (await launch(options)).pid
      begun = Date.now()
      say('The database runs again')
    } catch (error) {
      if (deaths === MOST_DEATHS) giveUp(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const watch = setInterval(() => {
    if (looking || isAlive(pid)) return
    looking = look().finally(() => (looking = null))
  }, 250)
  watch.unref()
  const end = async (): Promise<void> => {
    clearInterval(watch)
    await looking
  }
  return { pid: () => pid, end }
}
