/** A step in a list, as a form of one button. */
import { newId } from '#kernel/id.ts'
import { Hidden } from '#ui/form.tsx'

/** One step that changes something, as a button in a list; `about` is said after the label to who cannot see the row. */
export function PostButton(props: { action: string; fields: Record<string, string>; label: string; about: string }) {
  return (
    <form method="post" action={props.action}>
      {Object.entries({ ...props.fields, _key: newId() }).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <button class="button-plain" type="submit">
        {props.label}
        <span class="unseen">: {props.about}</span>
      </button>
    </form>
  )
}
