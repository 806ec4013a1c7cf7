export type Entry = { key: string; title: string; group: string; detail?: string; href?: string; go: () => void }

/** What stands on the page already: the verbs of an open document and the places of the menu. */
export function onPage(selector: string, group: string): Entry[] {
  return [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((element) => !(element instanceof HTMLButtonElement && element.disabled))
    .map((element, index) => ({
      key: `${group}${index}`,
      title: element.innerText.trim() || (element.textContent ?? ''),
      group,
      go: () => element.click(),
    }))
}

/** Whether every word that is typed stands in a title. */
export const fits = (title: string, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => title.toLowerCase().includes(word))
