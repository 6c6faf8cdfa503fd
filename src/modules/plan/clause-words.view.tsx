/** The words of one clause as the signed document has them. */
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { clauseHref } from './paths.ts'
import type { Clause } from './plan.model.ts'
import { texts } from './plan.texts.ts'

/** Says where the words are missing that nobody has attached the document yet. */
export function ClauseText({ reader, clause }: { reader: Reader; clause: Clause | null }) {
  if (!clause) return null
  return (
    <Section id="words" title={reader.say(texts.wordsOf, { ref: clause.ref })}>
      {clause.text ? (
        <blockquote class="measure" lang="vi">
          <Paragraphs text={clause.text} />
        </blockquote>
      ) : (
        <p class="soft">{reader.say(texts.noWords)}</p>
      )}
      <p>
        <a href={clauseHref(clause.ref)}>{reader.say(texts.inItsPlace)}</a>
      </p>
    </Section>
  )
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}
