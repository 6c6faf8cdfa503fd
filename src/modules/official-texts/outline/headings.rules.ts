/** What the headings above a clause say of it: aims, tasks, money, who does what, and for which year. */
import { flatten } from '../lines/lines.rules.ts'
import { yearsIn } from '../phrases/years.rules.ts'
import type { Node } from './nodes.model.ts'

export type Topic = 'aims' | 'general-aims' | 'tasks' | 'money' | 'organisation' | 'state' | 'other'

const topics: readonly (readonly [RegExp, Topic])[] = [
  [
    /\bto chuc thuc hien\b|\bphan cong\b|\btrach nhiem (?:cua|thuc hien|cac)\b|^to chuc(?: trien khai.*)?[.:]?$|\bgiao nhiem vu\b/,
    'organisation',
  ],
  [/\bkinh phi\b|\bnguon luc\b|\bnguon von\b|\bngan sach\b/, 'money'],
  [
    /\bthuc trang\b|\btinh hinh\b|\bket qua (?:thuc hien|dat duoc)\b|^(?:mot so |nhung )?ket qua(?! (?:can|phai|phan dau|du kien|mong))|^danh gia\b|\bdac diem\b|^(?:khai quat|boi canh|su can thiet|han che|ton tai|nguyen nhan)\b/,
    'state',
  ],
  [/\bmuc tieu (?:chung|tong quat)\b|^muc dich\b|\bquan diem\b|^yeu cau\b/, 'general-aims'],
  [/\bmuc tieu\b|\bchi tieu\b/, 'aims'],
  [/\bnhiem vu\b|\bgiai phap\b|\bnoi dung\b|\bhoat dong\b/, 'tasks'],
]

/** Headings are short; a long point is a sentence of its own and says nothing of what stands under it. */
const longestHeading = 300

export function flatOf(node: Node): string {
  return flatten(
    node.pieces
      .map(({ text }) => text)
      .join(' ')
      .slice(0, longestHeading),
  )
}

/** The topic of a clause: that of the outermost heading that has one, made narrower by those under it. */
export function topicOf(node: Node): Topic {
  const above: Node[] = []
  for (let at: Node | null = node; at; at = at.parent) above.unshift(at)
  return above.reduce<Topic>((topic, heading) => narrowed(topic, heading), 'other')
}

/** Under "Mục tiêu", "Hoạt động của các cơ sở", "Tổ chức Hội" and "Nguồn lực" are still aims; only a heading of tasks, of costs or on who does what leads away. */
function narrowed(topic: Topic, heading: Node): Topic {
  const own = ownTopic(heading)
  if (!own || topic === 'organisation') return topic
  if (topic !== 'aims' || own === 'general-aims') return own
  return /^(?:cac )?(?:nhiem vu|giai phap|(?:nguon )?kinh phi|nguon von|du toan|to chuc (?:thuc hien|trien khai)|phan cong)/.test(
    flatOf(heading),
  )
    ? own
    : topic
}

function ownTopic(node: Node): Topic | undefined {
  const isHeading = node.children.length > 0 && node.path.length > 0
  if (!isHeading) return undefined
  const flat = flatOf(node)
  return topics.find(([pattern]) => pattern.test(flat))?.[1]
}

/** Tells each point of a list which line opened it: "Phấn đấu đến năm 2030:" with dashes after it. */
export function giveOpeners(tops: readonly Node[]): void {
  let opener: Node | null = null
  for (const node of tops) {
    if (node.path.length > 0 || node.style === 'row') opener = null
    node.opener = opener
    if (node.path.length === 0 && node.children.length === 0 && /:$/.test(node.pieces.at(-1)?.text ?? '')) opener = node
    giveOpeners(node.children)
  }
}

/** The year that the line opening the list, or the nearest heading, sets; unsure where it names several. */
export function yearAbove(node: Node): { readonly year: number; readonly isSure: boolean } | null {
  for (let at: Node | null = node; at; at = at.parent) {
    for (const heading of [at.opener, at.parent]) {
      const years = heading ? yearsIn(flatOf(heading)) : []
      const last = years.at(-1)
      if (last) return { year: last, isSure: years.every((year) => year === last) }
    }
  }
  return null
}
