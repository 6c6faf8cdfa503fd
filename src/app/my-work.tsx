/** My work: where every signed-in person lands, with what waits for them in each module. */
import { workPath } from '#modules/collection'
import { gathered } from '#platform/module.ts'
import { type Route, view } from '#platform/web/page.ts'
import { PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { modules } from './modules.ts'
import { texts } from './texts.ts'

const tasks = gathered(modules.map((module) => module.tasks))

export const myWorkRoute: Route = view(workPath, async (visit) => {
  const { say } = readerOf(visit.language)
  const shown = []
  // One after another: each is a transaction, and a page holds one connection at a time.
  for (const { show } of tasks) shown.push(await show(visit))
  return {
    title: say(texts.myWork),
    body: (
      <>
        <PageHeader title={say(texts.myWork)} lead={say(texts.myWorkLead)} />
        {shown}
      </>
    ),
  }
})
