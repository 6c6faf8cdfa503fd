/** The public page of anchors. */
import type { Route } from '#platform/web/page.ts'
import { PageHeader, Stack } from '#ui/layout.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import { auditAnchors } from './anchors.operations.ts'
import { anchorsPath } from './anchors.paths.ts'
import { texts } from './anchors.texts.ts'
import { anchorList } from './anchors.view.tsx'

const anchorsPage = listPage({
  at: anchorsPath,
  list: anchorList,
  rows: rowsOf(auditAnchors),
  frame: ({ say }, { body }) => ({
    title: say(texts.anchors),
    width: 'wide',
    body: (
      <>
        <PageHeader title={say(texts.anchors)} lead={say(texts.anchorsLead)} />
        <Stack>
          <p>{say(texts.anchorsHow)}</p>
          {body}
        </Stack>
      </>
    ),
  }),
})

export const routes: Route[] = [anchorsPage]
