/** What the forms of amendments have in common: the way there, what was typed, and the fields of the decision. */
import { isChangedSince } from '#platform/judging.ts'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { type FormEntry, type FormState, Hidden } from '#ui/form.tsx'
import { Breadcrumbs } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { amendmentPath, amendmentsPath, treePath } from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import type { VersionHead } from '../versions/versions.model.ts'
import { texts } from '../versions/versions.texts.ts'
import type { Amendment } from './amendments.model.ts'

/** The revision of a draft that the reader of a form has seen: the one the form was opened on, until they were told what changed since. */
export function Seen({ draft, entry }: { draft: Pick<Amendment, 'revision'>; entry: FormEntry }) {
  return <Hidden name="revision" value={seenIn(entry, entry.values?.revision) ?? String(draft.revision)} />
}

/** What a form said was seen; undefined once its reader was told what changed since. */
export function seenIn({ problems = [] }: FormEntry, text: string | undefined): string | undefined {
  return problems.some(isChangedSince) ? undefined : text
}

/** The way to a draft, for its pages. */
export function AmendmentTrail(props: { reader: Reader; draft?: Pick<Amendment, 'id' | 'symbol'>; here: string }) {
  const { reader, draft, here } = props
  const { say } = reader
  const symbol = draft && say(texts.draftTitle, { symbol: draft.symbol })
  return (
    <Breadcrumbs
      reader={reader}
      trail={[
        { href: treePath.to(), label: say(planTexts.plan) },
        { href: amendmentsPath.to(), label: say(texts.amendments) },
        ...(draft && symbol ? [{ href: amendmentPath.to({ id: draft.id }), label: symbol }] : []),
        { label: here },
      ]}
    />
  )
}

/** The fields of the decision. */
export function HeadFields({ form, head, optional }: { form: FormState; head?: VersionHead; optional?: boolean }) {
  const { say } = form.reader
  const field = { form, optional }
  const english = head && head.title.en !== head.title.vi ? head.title.en : ''
  return (
    <>
      <TextField
        {...field}
        name="symbol"
        label={say(texts.symbol)}
        hint={say(texts.symbolHint)}
        value={head?.symbol}
        short
      />
      <DateField {...field} name="issuedOn" label={say(texts.issuedOn)} value={head?.issuedOn} />
      <DateField
        {...field}
        name="effectiveOn"
        label={say(texts.effectiveOn)}
        hint={say(texts.effectiveHint)}
        value={head?.effectiveOn}
      />
      <TextField {...field} name="titleVi" label={say(texts.titleVi)} value={head?.title.vi} />
      <TextField form={form} name="titleEn" label={say(texts.titleEn)} value={english} optional />
      <TextArea {...field} name="reason" label={say(texts.reason)} value={head?.reason} rows={3} />
    </>
  )
}
