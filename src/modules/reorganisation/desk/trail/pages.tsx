/** The way to a draft, for its pages. */
import { Breadcrumbs } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { draftPath, draftsPath, reformsPath } from '../../addresses/pages.tsx'
import { texts } from '../../texts.ts'

export function DraftTrail(props: { reader: Reader; draft?: { id: string; title: string }; here: string }) {
  const { reader, draft, here } = props
  const { say } = reader
  return (
    <Breadcrumbs
      reader={reader}
      trail={[
        { href: reformsPath.to(), label: say(texts.reforms) },
        { href: draftsPath.to(), label: say(texts.drafts) },
        ...(draft ? [{ href: draftPath.to({ id: draft.id }), label: draft.title }] : []),
        { label: here },
      ]}
    />
  )
}
