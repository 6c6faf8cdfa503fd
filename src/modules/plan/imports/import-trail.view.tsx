/** The way to a document under review, for its pages. */
import { Breadcrumbs } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { importPath, importsPath, treePath } from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { texts } from './plan-imports.texts.ts'

export function ImportTrail({ reader, id, here }: { reader: Reader; id?: string; here: string }) {
  const { say } = reader
  return (
    <Breadcrumbs
      reader={reader}
      trail={[
        { href: treePath.to(), label: say(planTexts.plan) },
        { href: importsPath.to(), label: say(texts.imports) },
        ...(id ? [{ href: importPath.to({ id }), label: say(texts.pieces) }] : []),
        { label: here },
      ]}
    />
  )
}
