/** The tabs of the plan's screens. */
import { Tabs } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { agenciesPath, amendmentsPath, dutiesPath, treePath } from './paths.ts'
import { texts } from './plan.texts.ts'
import { texts as amendmentTexts } from './versions/versions.texts.ts'

/** The views of the plan. */
export function PlanTabs({ reader, current }: { reader: Reader; current: string }) {
  const { say } = reader
  const items = [
    { href: treePath.to(), label: say(texts.clauses) },
    { href: dutiesPath.to(), label: say(texts.duties) },
    { href: agenciesPath.to(), label: say(texts.agencies) },
    { href: amendmentsPath.to(), label: say(amendmentTexts.amendments) },
  ]
  return <Tabs label={say(texts.plan)} items={items.map((item) => ({ ...item, current: item.href === current }))} />
}
