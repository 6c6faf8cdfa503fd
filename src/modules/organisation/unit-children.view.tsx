/** Of the page of a unit: the units under it. */
import type { ComponentChildren } from 'preact'
import type { Visit } from '#platform/web/page.ts'
import { readerOf } from '#ui/reader.ts'
import { unit as unitOperation } from './units.operations.ts'
import { UnitChildren } from './units.view.tsx'

export async function unitChildren(
  visit: Visit,
  { code, on }: { readonly code: string; readonly on: string },
): Promise<ComponentChildren> {
  const unit = await visit.perform(unitOperation, { code, on })
  return <UnitChildren reader={readerOf(visit.language)} unit={unit} />
}
