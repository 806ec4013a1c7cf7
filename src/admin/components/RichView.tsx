import type { RichBlock, RichRun } from '@/src/domain/text/richText'

const Run = ({ run }: { run: RichRun }) => {
  const { text, bold, italic, underline, link } = run
  const said = text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))
  const marked = italic ? <em>{said}</em> : said
  const lined = underline ? <u>{marked}</u> : marked
  const shown = bold ? <strong>{lined}</strong> : lined
  return link ? (
    <a href={link} target="_blank" rel="noreferrer noopener">
      {shown}
    </a>
  ) : (
    <>{shown}</>
  )
}

const Block = ({ block }: { block: RichBlock }) => {
  if (block.kind === 'paragraph')
    return (
      <p>
        {block.runs.map((run, at) => (
          <Run key={at} run={run} />
        ))}
      </p>
    )
  if (block.kind === 'list') {
    const items = block.items.map((item, at) => (
      <li key={at}>
        <RichView blocks={item} />
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  return (
    <table>
      <tbody>
        {block.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) =>
              cell.head ? (
                <th key={column}>
                  <RichView blocks={cell.blocks} />
                </th>
              ) : (
                <td key={column}>
                  <RichView blocks={cell.blocks} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A rich text on screen, from the same blocks as paper and mail: nothing of it is read as HTML. */
export const RichView = ({ blocks, className = '' }: { blocks: readonly RichBlock[]; className?: string }) => (
  <div className={`rich-view ${className}`.trim()}>
    {blocks.map((block, at) => (
      <Block key={at} block={block} />
    ))}
  </div>
)
