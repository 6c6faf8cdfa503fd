/** How published figures are keyed: the catalogue's code for each, our own note on each doubt, and the sources' names. */

/** Codes of the catalogue for figures that the collection names otherwise; the rest keep their name. */
export const codes: Readonly<Record<string, string>> = {
  literacy_rate_15_60_level1: 'literacy_rate_15_60',
  school_age_enrolment: 'school_age_enrolment_share',
  communes_meeting_literacy_standard: 'communes_literacy_standard_count',
  communes_meeting_literacy_level2: 'communes_literacy_level2_count',
  districts_meeting_literacy_level2: 'districts_literacy_level2_count',
  districts_meeting_universal_preschool_5y: 'districts_universal_preschool_count',
  districts_meeting_universal_primary_level3: 'districts_primary_level3_count',
  districts_meeting_universal_lower_secondary: 'districts_lower_secondary_level2_count',
  provinces_meeting_literacy_level2: 'provinces_literacy_level2_share',
  schools_meeting_national_standard: 'schools_national_standard_share',
  public_schools_meeting_national_standard: 'public_schools_national_standard_share',
  community_learning_centres: 'centres_total',
  community_learning_centre_participants: 'learner_turns',
  classes: 'school_classes',
  trained_workers_share_target: 'trained_workers_share',
  trained_workers_with_certificate_target: 'trained_workers_certificate_share',
  vocational_trainees_plan: 'vocational_trainees',
}

/** The same figure given as a percentage counts as another indicator. */
export const codesOfPercentages: Readonly<Record<string, string>> = {
  communes_meeting_literacy_level2: 'communes_literacy_level2_share',
}

interface Note {
  readonly vi: string
  readonly en: string
  readonly qualifier?: '>' | '<' | '~'
}

/** Our note by the beginning of the collector's remark. */
export const notes: Readonly<Record<string, Note>> = {
  'end of the 2012-2020': {
    vi: 'Cuối giai đoạn 2012-2020; nguồn không nêu mức độ',
    en: 'End of the 2012-2020 scheme; level not stated',
  },
  'quoted again': {
    vi: 'Nhắc lại 8/2023, có thể là số liệu năm 2020',
    en: 'Quoted again in August 2023, likely the 2020 figure',
  },
  'document of 29 Sep': {
    vi: 'Văn bản ngày 29/9/2024; nguồn không nêu mức độ',
    en: 'Document of 29 September 2024; level not stated',
  },
  'census-based': { vi: 'Theo tổng điều tra; cao nhất 63 tỉnh, thành', en: 'From the census; highest of 63 provinces' },
  'QĐ 964': { vi: 'Quyết định 964/QĐ-UBND', en: 'Decision 964/QĐ-UBND' },
  'level 2 reached': {
    vi: 'Mức độ 2; mức độ 3 khi ấy mới là mục tiêu cuối năm 2020',
    en: 'Level 2; level 3 was then an aim for the end of 2020',
  },
  '12% of population': { vi: 'Bằng 12% dân số', en: '12% of the population' },
  'a second figure': {
    vi: 'Nguồn còn số cho công dân ở đơn vị, bản lưu bị cắt',
    en: 'The source has a second figure, for staff of units, cut off in the stored copy',
  },
  '89.06%': { vi: 'Bằng 89,06% số đăng ký', en: '89.06% of those registered' },
  'denominator cut off': {
    vi: 'Không rõ mẫu số (số đăng ký hay người lớn); bài viết dẫn “Kế hoạch 290/KH-UBND ngày 05/12/2023”, trùng số khác ngày',
    en: 'Denominator unknown (registered or adults); the article cites a “Plan 290/KH-UBND of 5 December 2023”: same number, other date',
  },
  '23.44%': { vi: 'Bằng 23,44% dân số', en: '23.44% of the population' },
  '"more than"; UNESCO': { vi: 'Hồ sơ UNESCO', en: 'UNESCO dossier', qualifier: '>' },
  '"more than"': { vi: 'Nguồn ghi “hơn”', en: 'The source says “more than”', qualifier: '>' },
  '"nearly"': { vi: 'Nguồn ghi “gần”', en: 'The source says “nearly”', qualifier: '<' },
  'one per commune': {
    vi: 'Mỗi xã, phường, thị trấn một trung tâm trước 01/7/2025',
    en: 'One per commune before 1 July 2025',
  },
  'same figure given': { vi: 'Trùng số liệu năm học 2023-2024', en: 'Same figure as for the school year 2023-2024' },
  '+39': { vi: 'Tăng 39 so với năm trước', en: '39 more than a year before' },
  'of which public': { vi: 'Trong đó 2.337 trường công lập', en: 'Of which 2,337 public' },
  'all schools': { vi: 'Tính trên mọi loại hình trường', en: 'Of all schools' },
  'wording ambiguous': { vi: 'Cách diễn đạt của nguồn chưa rõ', en: 'The wording of the source is ambiguous' },
  'about; in 29': { vi: 'Tại 29 trung tâm', en: 'In 29 centres', qualifier: '~' },
  'kinds not stated': { vi: 'Không nêu loại thư viện', en: 'Kinds of library not stated' },
  '57%; year': { vi: '57%; nguồn không ghi năm, có thể 2016-2018', en: '57%; year not shown, probably 2016-2018' },
  '27.5%': {
    vi: '27,5%; không khớp với số thôn có nhà văn hóa cùng nguồn',
    en: '27.5%; does not add up with the villages of the same source',
  },
  'target; 240,000': { vi: 'Dự kiến đào tạo 240.000 người', en: '240,000 to be trained' },
  target: { vi: 'Chỉ tiêu, không phải kết quả', en: 'Target, not a result' },
  plan: { vi: 'Chỉ tiêu kế hoạch', en: 'Planned number' },
  'census 1 Apr': { vi: 'Tổng điều tra 1/4/2019', en: 'Census of 1 April 2019' },
}

const levelUnknown: Note = { vi: 'Nguồn không nêu mức độ biết chữ', en: 'Level of literacy not stated' }

/** Our own doubts about figures the collector left without a remark, by name, year and place. */
export const doubts: Readonly<Record<string, Note>> = {
  'literacy_rate_15_60 2020 VN': levelUnknown,
  'literacy_rate_15_35 2020 VN': levelUnknown,
  'literacy_rate_15_25 2011 01': levelUnknown,
  'community_learning_centre_participants 2024-2025 VN': {
    vi: 'Nguồn không nói rõ là người hay lượt người',
    en: 'The source does not say whether people or learner-turns',
  },
}

/** Short id and name of each source, by a part of its address. */
export const sources: readonly (readonly [match: string, id: string, title: string])[] = [
  ['nhandan.vn/xay-dung', 'nhandan', 'Báo Nhân Dân: xây dựng xã hội học tập'],
  ['110230815152921886', 'thanglong', 'Cổng Thủ đô: mục tiêu gia nhập mạng lưới thành phố học tập, 8/2023'],
  ['328118', 'hanoitimes-unesco', 'Hanoi Times: hướng tới thành phố học tập UNESCO'],
  ['329056', 'hanoitimes-training', 'Hanoi Times: đào tạo nghề cho 240.000 người năm 2025'],
  ['661274', 'vietnamnet', 'VietNamNet: tỷ lệ biết chữ từ 15 tuổi'],
  ['90634', 'langson', 'Báo Lạng Sơn: tỷ lệ biết chữ 15-25 tuổi ở Hà Nội, 2011'],
  ['phapluat.tuoitrethudo', 'tuoitrethudo', 'Tuổi trẻ Thủ đô: phổ cập giáo dục của Hà Nội, 2018'],
  ['880361', 'hanoimoi', 'Hànộimới: công tác khuyến học của Hà Nội, 2017'],
  ['c49925231', 'baomoi', 'Báo Mới: trao thưởng 213 gương học tập, 8/2024'],
  ['phat-trien-nguon-nhan-luc', 'vietnamvn-2024', 'Vietnam.vn: kết quả khuyến học Hà Nội, 12/2024'],
  ['4989954', 'vnexpress', 'VnExpress: Hà Nội là thành phố học tập toàn cầu, 12/2025'],
  ['sovhtt.hanoi', 'sovhtt', 'Sở Văn hóa và Thể thao: gia đình học tập quận Hai Bà Trưng'],
  ['post1081256', 'vietnamplus', 'VietnamPlus: thành phố học tập toàn cầu, 12/2025'],
  ['ha-noi-xay-dung-co-so', 'vietnamvn-2025', 'Vietnam.vn: mạng lưới cơ sở giáo dục Hà Nội, 7/2025'],
  ['vrviet.vn', 'vrviet', 'VRViet: mạng lưới trường học Hà Nội, 2024'],
  ['post1625917', 'znews', 'Znews: thành phố học tập mới của Việt Nam, 2025'],
  ['post287917', 'daibieunhandan', 'Đại biểu Nhân dân: trường đạt chuẩn quốc gia, 6/2022'],
  ['178485', 'cand', 'Công an Nhân dân: thiếu nhà văn hóa'],
  ['vneconomy', 'vneconomy', 'VnEconomy: chỉ tiêu 74% lao động qua đào tạo'],
  ['english.hanoi.gov.vn', 'hanoi-portal', 'Cổng thông tin Hà Nội: giáo dục nghề nghiệp'],
  ['70-000-hoc-vien', 'moet-2025', 'Vietnam.vn: xóa mù chữ cả nước năm học 2024-2025'],
  ['hon-87-so-tinh', 'vietnamvn-87', 'Vietnam.vn: hơn 87% tỉnh, thành đạt chuẩn xóa mù chữ mức độ 2'],
  ['hanoi_population_2019', 'census2019', 'Tổng điều tra dân số và nhà ở 1/4/2019'],
]
