import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'

/** Puts the caret behind so many signs of a text that has a paragraph for each of its lines. */
function placeCaret(typed: string, at: number): void {
  const before = typed.slice(0, at).split('\n')
  const column = before.at(-1)?.length ?? 0
  const paragraph = $getRoot().getChildAtIndex(before.length - 1)
  if (!$isElementNode(paragraph)) return
  const text = paragraph.getFirstChild()
  if ($isTextNode(text)) text.select(column, column)
  else paragraph.select(0, 0)
}

/**
 * An editor goes on with what was typed before it came, and whoever was writing goes on where he stood (`at`; null: he is elsewhere). What stands in
 * the editor already is kept where nothing was typed; taking back leads to what was typed, not to an empty text.
 */
export function goOnWith(editor: LexicalEditor, typed: string, at: number | null): void {
  if (at !== null) editor.getRootElement()?.focus({ preventScroll: true })
  editor.update(
    () => {
      const root = $getRoot()
      if (typed !== '' || root.isEmpty())
        root.clear().append(...typed.split('\n').map((line) => $createParagraphNode().append(...(line ? [$createTextNode(line)] : []))))
      if (at !== null) placeCaret(typed, at)
    },
    { discrete: true, tag: 'history-merge' },
  )
}
