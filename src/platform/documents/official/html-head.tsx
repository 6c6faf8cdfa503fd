/** The head and the foot of an official document in HTML: who issues it to whom, who signs it. */
import { Fragment } from 'preact'
import type { Composed, ComposedSignature } from './compose.ts'
import { addressTitle, motto, nationalLine, recipientsTitle } from './compose.ts'

export function Head({ words, Title }: { words: Composed; Title: 'h1' | 'h2' }) {
  return (
    <header class="official-head">
      <div class="official-issuer">
        {words.governingBody && (
          <p>
            <Lines text={words.governingBody} />
          </p>
        )}
        <p class="official-issuing">
          <Lines text={words.issuingBody} />
        </p>
        <hr class="official-rule" />
        <p class="official-number">{words.numberLine}</p>
        {words.subjectLine && (
          <Title class="official-subject">
            <Lines text={words.subjectLine} />
          </Title>
        )}
      </div>
      <div class="official-nation">
        <p class="official-national">{nationalLine}</p>
        <p class="official-motto">{motto}</p>
        {words.placeAndDate && <p class="official-date">{words.placeAndDate}</p>}
      </div>
    </header>
  )
}

export function Addressees({ words: { addressees } }: { words: Composed }) {
  const [first, ...others] = addressees
  if (!first) return null
  if (others.length === 0)
    return (
      <p class="official-address">
        {addressTitle} {first}
      </p>
    )
  return (
    <div class="official-addresses">
      <p>{addressTitle}</p>
      {addressees.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

export function Foot({ words }: { words: Composed }) {
  const { secretary } = words
  return (
    <footer class={secretary ? 'official-foot official-minutes' : 'official-foot'}>
      {secretary && <SignatureView signature={secretary} />}
      {secretary && <SignatureView signature={words.signature} />}
      <div class="official-recipients">
        <p class="official-recipients-title">{recipientsTitle}</p>
        {words.recipients.map((recipient) => (
          <p>{recipient}</p>
        ))}
      </div>
      {!secretary && <SignatureView signature={words.signature} />}
    </footer>
  )
}

function SignatureView({ signature }: { signature: ComposedSignature }) {
  return (
    <div class="official-signature">
      {signature.lines.map((line) => (
        <p>{line}</p>
      ))}
      <p class="official-name">{signature.name}</p>
    </div>
  )
}

export function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <Fragment key={line}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}
