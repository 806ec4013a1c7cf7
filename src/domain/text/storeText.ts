/** A text without marks as the editor would store it: a paragraph per line. For imports and for clients that send text. */
export const storeText = (text: string) => {
  const element = { format: '', indent: 0, version: 1, direction: null } as const
  const words = (line: string) => ({ type: 'text', text: line, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }) as const
  return {
    root: {
      ...element,
      type: 'root',
      children: text
        .replaceAll('\r\n', '\n')
        .split('\n')
        .map((line) => ({ ...element, type: 'paragraph', textFormat: 0, textStyle: '', children: line === '' ? [] : [words(line)] })),
    },
  }
}
