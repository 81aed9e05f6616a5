import { useId } from 'preact/hooks';

type FigureTableProps = {
  /** What the rows are, above the first column. */
  head: string;
  columns: readonly string[];
  rows: readonly { key: string; name: string; cells: readonly string[] }[];
  /** The sum of the rows. */
  total?: { name: string; cells: readonly string[] } | undefined;
  hint?: string | undefined;
};

/** Figures in rows that are compared with each other: months, places. */
export function FigureTable({ head, columns, rows, total, hint }: FigureTableProps) {
  const id = useId();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow screen has to be reached by keyboard. */}
      <section class="figure-scroll" tabIndex={0} aria-label={head}>
        <table class="figure-table num" aria-describedby={hint === undefined ? undefined : id}>
          <thead>
            <tr>
              {[head, ...columns].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
          {total !== undefined && (
            <tfoot>
              <tr>
                <th scope="row">{total.name}</th>
                {total.cells.map((cell, index) => (
                  <td key={columns[index]}>{cell}</td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {hint !== undefined && (
        <p id={id} class="soft">
          {hint}
        </p>
      )}
    </>
  );
}
