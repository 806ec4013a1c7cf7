declare global {
  /** Milliseconds from each key to the next frame, as they are measured on the page. */
  var __frames: number[] | undefined
}

type Place = { quantity: string; heard: string; patience: number }

/** Runs on the page, so that it stands alone: types into a field until the form has heard it. The answer is when that was, since the page was asked for, and how long the page itself is. */
export async function untilHeard({ quantity, heard, patience }: Place): Promise<{ at: number; bytes: number }> {
  while (!document.querySelector(heard)) {
    if (performance.now() > patience) throw new Error(`nothing could be typed within ${patience / 1000} s`)
    const field = document.querySelector<HTMLInputElement>(quantity)
    // what is out of sight is not drawn by everybody
    if (!field) document.querySelector('#field-lines')?.scrollIntoView({ block: 'start' })
    if (field && !field.disabled && !field.readOnly) {
      field.focus()
      field.select()
      // as the keyboard does it: what listens hears it, what is only drawn does not
      document.execCommand('insertText', false, field.value === '2' ? '3' : '2')
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const at = performance.now()
  const [page] = performance.getEntriesByType('navigation')
  return { at, bytes: (page instanceof PerformanceNavigationTiming ? page.decodedBodySize : 0) / 1000 }
}

/** Runs on the page: from now on each key is timed until the next frame has been drawn. */
export function keyToFrame(): void {
  const frames: number[] = []
  globalThis.__frames = frames
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const drawn = new MessageChannel()
        drawn.port1.onmessage = () => frames.push(performance.now() - timeStamp)
        drawn.port2.postMessage(null)
      })
    },
    true,
  )
}
