/** The platform's parts that are loaded when they are drawn: the builder puts them here (`src/server/builder/platformList.mjs`). */
export const ofPlatform: readonly object[] = []
