import { stateFields } from '../messages/tones'

/** Under which name is remembered which sections of a document's head somebody has open. */
export const sectionsKey = 'head-sections'

/** What the head says elsewhere: its title, and the pills. */
export const hiddenInHead: ReadonlySet<string> = new Set(['no', 'version', ...stateFields])
