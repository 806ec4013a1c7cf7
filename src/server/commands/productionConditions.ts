import { spawnSync } from 'node:child_process'

/**
 * How all our processes look up packages. The rich text editor's files for plain Node wait for one another while they load, and Node before 24
 * may forget one of them: the process then ends in silence (docs/lessons.md). Its production files do not wait.
 */
const FLAG = '--conditions=production'

export const hasProductionConditions = (): boolean => [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)].includes(FLAG)

/** For commands that load the configuration: begins again with the flag where it is missing, and ends as that process ended. */
export function withProductionConditions(): void {
  if (hasProductionConditions()) return
  const { status } = spawnSync(process.execPath, [FLAG, ...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}
