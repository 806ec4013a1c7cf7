import { existsSync, readFileSync } from 'node:fs'

/** What Linux says of a process, from its state on; nothing where it is gone or somewhere else. */
export function statOf(pid: number | string): readonly string[] {
  const file = `/proc/${pid}/stat`
  return existsSync(file) ? (readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []) : []
}

/** User and system time in hundredths of a second, as milliseconds. */
export const spent = (fields: readonly string[], at: number): number => (Number(fields[at] ?? 0) + Number(fields[at + 1] ?? 0)) * 10

/** Processor time of a process so far, in milliseconds; 0 where it cannot be told. */
export const processorOf = (pid: number): number => spent(statOf(pid), 11)

/** Resident memory of a process, in bytes; 0 where it cannot be told. */
export function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`
  const told = existsSync(file) ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return Number(told ?? 0) * 1024
}
