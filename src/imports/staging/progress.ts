/**
 * Progress of a long run on a terminal: a bar with rate and time left that is redrawn in place; on anything else
 * (a log, a pipe) one plain line per phase. `now` gives milliseconds of a monotonic clock.
 */
export type Progress = {
  /** Begins a phase of `total` units (rows); ends the one before. */
  phase: (args: { name: string; total: number }) => void
  advance: (units: number) => void
  /** Replaces the measured share of the phase (0…1) where units alone do not tell it (bytes read of files). */
  share: (done: number) => void
  note: (text: string) => void
  end: () => void
}

type Output = { write: (text: string) => unknown; isTTY?: boolean; columns?: number }

const count = (value: number): string => Math.round(value).toLocaleString('en-US')

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`
}

const barWidth = 16
const redrawEvery = 100

export function createProgress({ output, now }: { output: Output; now: () => number }): Progress {
  const live = output.isTTY === true
  let name: string | null = null
  let [total, done, started, drawn] = [0, 0, 0, 0]
  let measured: number | null = null

  const fraction = (): number => Math.min(1, measured ?? (total > 0 ? done / total : 0))
  const draw = (): void => {
    const part = fraction()
    const seconds = (now() - started) / 1000
    const filled = Math.round(part * barWidth)
    const left = part > 0.01 ? `${clock((seconds * (1 - part)) / part)} left` : ''
    const rate = seconds > 0.5 ? `${count(done / seconds)}/s` : ''
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
    const text = `${(name ?? '').padEnd(17)} ${bar} ${String(Math.floor(part * 100)).padStart(3)} % ${count(done)} rows ${rate} ${left}`
    output.write(`\r\u001b[2K${text.slice(0, (output.columns ?? 100) - 1)}`)
    drawn = now()
  }
  const close = (): void => {
    if (name === null) return
    const seconds = (now() - started) / 1000
    if (live) output.write('\r\u001b[2K')
    const rows = done > 0 ? `: ${count(done)} rows (${count(seconds > 0 ? done / seconds : done)} rows/s)` : ''
    output.write(`${name}${rows}, ${seconds.toFixed(1)} s\n`)
    name = null
  }
  const tick = (): void => {
    if (live && now() - drawn >= redrawEvery) draw()
  }

  return {
    phase: (next) => {
      close()
      ;[name, total, done, measured, started] = [next.name, next.total, 0, null, now()]
      if (live) draw()
    },
    advance: (units) => {
      done += units
      tick()
    },
    share: (value) => {
      measured = value
      tick()
    },
    note: (text) => {
      if (live && name !== null) output.write('\r\u001b[2K')
      output.write(`${text}\n`)
    },
    end: close,
  }
}
