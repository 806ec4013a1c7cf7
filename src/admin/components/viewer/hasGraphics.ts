let known: boolean | undefined

/** Whether this browser draws with WebGL, which drawings and models need. Asked once: each question holds a context of the few. */
export function hasGraphics(): boolean {
  if (known === undefined) {
    const context = document.createElement('canvas').getContext('webgl2')
    known = context !== null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return known
}
