/** The platform's parts of forms, by their names: the builder puts them here (`src/server/builder/partsOfForms.mjs`). */
export const platform: Readonly<Record<string, () => Promise<object>>> = {}
