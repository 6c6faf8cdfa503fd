/** Groups of bodies: which are somebody in particular. */
import { decomposed } from '#kernel/text.ts'
import type { NamedAgency } from './agency-names.rules.ts'

/** Kinds of body whose members are known: a duty may rest on them as a group. */
const knownGroup =
  /^(?:cac |tat ca cac )?(?:so|ban|nganh|phong|uy ban|ubnd|hoi|doan the|truong|thu vien|bao tang|trung tam|co so giao duc|nha truong|xa|phuong|thon|to dan pho|khu pho|chi hoi|cap hoi|co quan (?:thong tan|bao chi)|thu truong|chu tich|giam doc|ap|ban|buon|bon|lang|khu dan cu|to(?! chuc)|cum|chi bo|khoa|bo mon|vien(?! chuc)|hoc vien|cuc|chi cuc|doi(?! tuong)|don bien phong|khoi|chi doan|huyen|quan|thi xa|thi tran|dac khu|cong an|lien doan|cong doan|dong ho|hop tac xa|tram|benh vien|cau lac bo|gia dinh|ho|doanh nghiep|cong ty|nha may|xi nghiep|ngan hang|bao|dai|chua|nha tho)\b/

/** A named agency, or a group of a known kind; "các đơn vị, tổ chức trên địa bàn" is nobody in particular. */
export function isBody(agency: NamedAgency): boolean {
  return (
    !agency.isGroup ||
    knownGroup.test(decomposed(agency.name.toLowerCase()).replace(/\p{M}/gu, '').replaceAll('đ', 'd'))
  )
}
