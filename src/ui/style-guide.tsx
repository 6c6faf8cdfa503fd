/** The style guide: every component as its examples show it, on one page. */
import { examples as cells } from '#ui/cells.examples.tsx'
import { examples as bars } from '#ui/chart/bars.examples.tsx'
import { examples as lines } from '#ui/chart/lines.examples.tsx'
import { examples as trajectory } from '#ui/chart/trajectory.examples.tsx'
import { examples as trend } from '#ui/chart/trend.examples.tsx'
import { examples as choices } from '#ui/choices.examples.tsx'
import type { Example } from '#ui/example.ts'
import { examples as fields } from '#ui/fields.examples.tsx'
import { examples as form } from '#ui/form.examples.tsx'
import { examples as icon } from '#ui/icon.examples.tsx'
import { examples as layout } from '#ui/layout.examples.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import { examples as list } from '#ui/list.examples.tsx'
import { examples as shapes } from '#ui/map/shapes.examples.tsx'
import { examples as tiles } from '#ui/map/tiles.examples.tsx'
import type { Reader } from '#ui/reader.ts'
import { examples as shell } from '#ui/shell.examples.tsx'
import { examples as status } from '#ui/status.examples.tsx'
import { examples as table } from '#ui/table.examples.tsx'
import { words } from '#ui/words.ts'
import { examples as workflow } from '#ui/workflow.examples.tsx'

/** Every example, by the component file that it shows. */
export const examplesByFile: ReadonlyMap<string, readonly Example[]> = new Map(
  Object.entries({
    status,
    table,
    list,
    form,
    fields,
    choices,
    cells,
    layout,
    shell,
    'chart/trajectory': trajectory,
    'chart/trend': trend,
    'chart/lines': lines,
    'chart/bars': bars,
    'map/tiles': tiles,
    'map/shapes': shapes,
    icon,
    workflow,
  }),
)

export function StyleGuide({ reader }: { reader: Reader }) {
  return (
    <>
      <PageHeader hero title={reader.say(words.styleGuide)} lead={reader.say(words.styleGuideLead)} />
      {[...examplesByFile].map(([file, examples]) => (
        <Section key={file} id={`style-${file.replace('/', '-')}`} title={file}>
          {examples.map((example) => (
            <div key={example.name.en} class="style-example">
              <p class="meta">{reader.say(example.name)}</p>
              {example.render(reader)}
            </div>
          ))}
        </Section>
      ))}
    </>
  )
}
