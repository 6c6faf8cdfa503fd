/** When two names mean one agency. */
import { flatten } from '../lines/lines.rules.ts'

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bubmttq\b|\bub mttq\b|\bubmt\b|\bmttq\b/g, 'uy ban mat tran to quoc'],
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\btncs\b/g, 'thanh nien cong san'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bldld\b/g, 'lien doan lao dong'],
  [/\bbhxh\b/g, 'bao hiem xa hoi'],
  [/\bgd ?(?:&|va)? ?dt\b|\bgddt\b/g, 'giao duc va dao tao'],
  [/\bld ?-? ?tb ?(?:&|va)? ?xh\b|\bldtbxh\b/g, 'lao dong thuong binh va xa hoi'],
  [/\bvh ?,? ?tt ?(?:&|va)? ?dl\b|\bvhttdl\b/g, 'van hoa the thao va du lich'],
  [/\bvh ?(?:&|va)? ?tt\b/g, 'van hoa va the thao'],
  [/\btt ?(?:&|va)? ?tt\b/g, 'thong tin va truyen thong'],
  [/\bkh ?(?:&|va)? ?cn\b/g, 'khoa hoc va cong nghe'],
  [/\bkh ?(?:&|va)? ?dt\b/g, 'ke hoach va dau tu'],
  [/\bnn ?(?:&|va)? ?mt\b/g, 'nong nghiep va moi truong'],
  [/\bpt ?- ?th\b|\bptth\b/g, 'phat thanh va truyen hinh'],
]

/** One key for the ways a document writes one agency: short forms written out, the place it is of left away. */
export function agencyKey(name: string): string {
  const bare = shortForms
    .reduce((flat, [short, long]) => flat.replace(short, long), flatten(name))
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:de nghi |giao |yeu cau )?(?:thu truong |giam doc |chu tich |lanh dao )?/, '')
  if (/^(?:cac )?so (?:ban )?nganh\b/.test(bare)) return 'cac so nganh'
  const placeless = bare
    .replace(/^cac /, '')
    .replace(/^(?:thanh|tinh|huyen|quan) doan\b.*$/, 'doan thanh nien cong san ho chi minh')
    .replace(/ (?:viet nam )?(?:thanh pho|tinh|tp|tinh doan)(?: (?!truc)\p{L}+){0,4}$/u, '')
    .replace(/^(uy ban mat tran to quoc|hoi [a-z ]+) viet nam$/, '$1')
  return placeless || bare
}
