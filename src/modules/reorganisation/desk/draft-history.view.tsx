/** The way to a draft, for its pages. */
import { Breadcrumbs } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { texts } from '../decisions.texts.ts'
import { decisionsPath, draftPath, draftsPath } from '../paths.ts'

export function DraftTrail(props: { reader: Reader; draft?: { id: string; title: string }; here: string }) {
  const { reader, draft, here } = props
  const { say } = reader
  return (
    <Breadcrumbs
      reader={reader}
      trail={[
        { href: decisionsPath.to(), label: say(texts.decisions) },
        { href: draftsPath.to(), label: say(texts.drafts) },
        ...(draft ? [{ href: draftPath.to({ id: draft.id }), label: shortened(draft.title) }] : []),
        { label: shortened(here) },
      ]}
    />
  )
}

const longest = 60

/** Titles of decisions are whole sentences; on the way to a page their beginning is enough. */
function shortened(title: string): string {
  return title.length <= longest ? title : `${title.slice(0, longest).replace(/\s+\S*$/u, '')} …`
}
