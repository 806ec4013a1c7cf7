export type Say = (word: string) => string

/** Whether a key was meant for a field somebody types in. */
export const typedIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
