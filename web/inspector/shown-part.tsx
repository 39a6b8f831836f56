import type { InspectionPartView } from '#assessment/contract'
import { useWords } from '../app/i18n.ts'
import style from './inspector.module.css'

type Block = InspectionPartView['blocks'][number]

/** 部 — as it was set on the paper: what it lacks first, then what it shows. */
export function ShownPart({ part, paper }: { readonly part: InspectionPartView; readonly paper: string }) {
  const t = useWords('inspector')
  return (
    <div className={style.content}>
      <p>{part.lead}</p>
      {part.missing.length > 0 && (
        <div className={style.missing}>
          <h4>{t('part.missing')}</h4>
          <ul>
            {part.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {part.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part that was made never changes
        <ShownBlock key={index} block={block} paper={paper} title={part.title} />
      ))}
    </div>
  )
}

interface ShownBlockProps {
  readonly block: Block
  readonly paper: string
  readonly title: string
}

function ShownBlock({ block, paper, title }: ShownBlockProps) {
  const t = useWords('inspector')
  switch (block.kind) {
    case 'table':
      return (
        <TableOf heads={block.heads} rows={block.rows} title={block.title ?? title} isTitled={Boolean(block.title)} />
      )
    case 'facts':
      return <TableOf heads={[t('part.name'), t('part.value')]} rows={block.rows} title={title} isTitled={false} />
    case 'chain':
      return (
        <ol className={style.chain}>
          {block.steps.map(({ post, who }) => (
            <li key={`${post} ${who}`}>
              <span className={style.small}>{post}</span>
              <span className={style.lines}>{who}</span>
            </li>
          ))}
        </ol>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'note':
      return <p className={style.lines}>{block.text}</p>
    case 'checklist':
    case 'assessment':
      return (
        <p>
          {t('part.form')}{' '}
          <a className={style.paper} href={paper} target="_blank" rel="noreferrer">
            {t('file.paper')}
          </a>
        </p>
      )
  }
}

interface TableOfProps {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly title: string
  /** Whether the table has a title of its own, and not that of its part. */
  readonly isTitled: boolean
}

/** On a narrow screen each cell stands under its head. */
function TableOf({ heads, rows, title, isTitled }: TableOfProps) {
  const t = useWords('inspector')
  return (
    <table className={style.table}>
      <caption className={isTitled ? undefined : 'visually-hidden'}>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colSpan={heads.length}>{t('part.empty')}</td>
          </tr>
        )}
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part that was made never changes
          <tr key={index}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={heads[column]} scope="row" className={style.lines}>
                  {cell}
                </th>
              ) : (
                <td key={heads[column]} data-title={heads[column]} className={style.lines}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
