/** The heads of a table's columns; those of figures stand above them, to the right. */
export const Heads = ({ titles, figures = [] }: { titles: readonly string[]; figures?: readonly string[] }) => (
  <thead>
    <tr>
      {titles.map((title, at) => (
        <th key={`${title} ${String(at)}`} scope="col">
          {title}
        </th>
      ))}
      {figures.map((title) => (
        <th key={title} scope="col" className="report__figure">
          {title}
        </th>
      ))}
    </tr>
  </thead>
)
