/** Sample figures of the city's own form: the standards it holds, and what only the city counts. */

import { Sample } from './sample-figures.rules.ts'
import { baseYear, type SamplePlace } from './sample-places.rules.ts'

/** The amount of every cell of the city's form, by its key. */
export function cityAmounts(place: SamplePlace, year: number): Map<string, number> {
  const sample = new Sample(place, year)
  sample.set('literacy_level_reached', 2)
  sample.set('universal_preschool_5_met', 1)
  sample.set('universal_primary_level', 3)
  sample.set('universal_lower_secondary_level', 3)
  sample.set('university_digital_met', year < baseYear ? 0 : 1)
  sample.set('learning_city_registration_sent', year < baseYear ? 0 : 1)
  sample.set('learning_city_decision_in_force', 0)
  movement(sample, place)
  education(sample, place)
  return sample.amounts
}

function movement(sample: Sample, place: SamplePlace): void {
  const { population } = place
  const working = sample.part('working_people_in_communities', population, 0.42, 0.46)
  sample.part('learning_citizens_in_communities', working, 0.42, 0.48, 0.03)
  const groups = sample.part('residential_groups_total', population / 1500, 0.97, 0.999)
  sample.part('learning_residential_groups', groups, 0.74, 0.8, 0.015)
  sample.set('commune_associations', place.communes)
  sample.part('branches_and_committees', 126, 150, 190)
  sample.part('association_new_grassroots_organisations', 126, 2.2, 3.2)
}

function education(sample: Sample, { population }: SamplePlace): void {
  const schools = sample.number('preschools_and_general_schools', 2940, 2980, 20)
  const ofState = sample.part('public_schools', schools, 0.785, 0.795)
  const standard = sample.part('public_schools_national_standard', ofState, 0.79, 0.82, 0.015)
  sample.set('schools_national_standard', standard + Math.round((schools - ofState) * 0.21))
  sample.number('universities_and_academies', 119, 122)
  sample.number('vocational_institutions', 348, 356, -2)
  sample.number('vocational_continuing_education_centres', 29, 29.4)
  sample.number('continuing_education_learners', 56_000, 58_500, 900)
  const children = sample.part('school_age_population', population, 0.255, 0.265)
  sample.part('school_age_enrolled', children, 0.976, 0.982, 0.002)
  const workers = sample.part('labour_force', population, 0.475, 0.485, 0.001)
  const trained = sample.part('trained_workers', workers, 0.735, 0.745, 0.008)
  sample.part('trained_workers_certificate', trained, 0.715, 0.73, 0.012)
  sample.part('vocational_trainees', workers, 0.055, 0.062)
}
