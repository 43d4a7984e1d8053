const given = [
  'Mei', 'Rohan', 'José', 'Ólafur', 'Linh', 'Åse', 'Ioannis', 'Elizabeth', 'Linda', 'D’Andre', 'François', 'Fatima', 'Dmitri', 'Wei', 'Oluwaseun', 'Priya', 'Hannah',
  'Małgorzata', 'Robert', 'Mihály', 'James', 'Niamh', 'Zoë', 'Győző', 'Eleni', 'Aisha', 'Çağla', 'Jürgen', 'Íñigo', 'Siobhán', 'Chloë', 'Nguyệt', 'Đức', 'Zdeněk', 'Anjali',
  'Noah', 'Amara', 'Łukasz', 'Renée', 'Søren', 'Yusuf', 'Ngozi', 'Tomás', 'Grace', 'Hiroshi', 'Ayodele', 'Maeve', 'Tuấn', 'Beatriz', 'Kwame',
]
const family = [
  'Patel', 'Ivanova', 'Novák', 'van der Berg', 'Ben-David', 'de la Cruz', 'Öztürk', 'Kim', 'Kowalski', 'Park', 'St. John', 'Kőszegi', 'Chen', 'Levi', 'Iyer', 'Mensah',
  'Schröder', 'Williams', 'Ångström', 'Johnson', 'Gonçalves', 'Weiß', 'Hernández', 'Brown', 'O’Neill', 'Al-Rashid', 'Černý', 'Jones', 'Papadopoulos', 'Nguyễn', 'Trần', 'Phạm',
  'Yılmaz', 'Şahin', 'Hansen', 'Adeyemi', 'Silva', 'Okafor', 'Müller', 'García', 'Fitzgerald', 'Łukasiewicz', 'Tanaka', 'Sørensen', 'Dubois', 'MacLeod', 'Haddad', 'Bălan', 'Kaya', 'Owusu',
]
/** Names written in other scripts, as given and family name; the last four scripts no certificate font has. */
const elsewhere = /** @type {const} */ ([
  ['Ωμέγα', 'Παπαδόπουλος'], ['Ελένη', 'Γεωργίου'], ['Иван', 'Петров'], ['Наталія', 'Шевченко'], ['小龍', '李'], ['美玲', '王'], ['伟', '张'], ['美咲', '田中'],
  ['محمد', 'الراشد'], ['שירה', 'לוי'], ['अमित', 'शर्मा'], ['민준', '김'],
])

const letters = new Map(Object.entries({ ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae' }))

/** @param {string} text @returns {string} its letters in plain Latin, as an address has them; empty for another script */
export function plain(text) {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[øłđıßæ]/g, (letter) => letters.get(letter) ?? '')
  return /^[\x20-\x7e’]*$/.test(folded) ? folded.replace(/[^a-z]/g, '') : ''
}

/**
 * A name that no other place of the same series below fifty has: a desk tells learners of one name apart by what they
 * did, and a situation must be met by one learner only.
 * @param {number} series @param {number} place @returns {{ given_name: string, family_name: string }}
 */
export function distinctName(series, place) {
  return { given_name: given[(place * 7 + series * 3) % given.length] ?? '', family_name: family[(place * 11 + series * 5) % family.length] ?? '' }
}

/** @param {import('./chance.mjs').Chance} chance @param {boolean} latinOnly @returns {{ given: string, family: string }} */
export function makeName(chance, latinOnly) {
  if (!latinOnly && chance.happens(0.04)) {
    const [first, last] = chance.pick(elsewhere)
    return { given: first, family: last }
  }
  const last = chance.happens(0.04) ? `${chance.pick(family)}-${chance.pick(family)}` : chance.pick(family)
  return { given: chance.happens(0.05) ? `${chance.pick(given)} ${chance.pick(given)}` : chance.pick(given), family: last }
}

/** @param {{ given: string, family: string }} name @param {number} number @param {import('./chance.mjs').Chance} chance @returns {string} */
export function makeAddress(name, number, chance) {
  const parts = [plain(name.given), plain(name.family)]
  const local = parts.includes('') ? `user.n${number}` : `${parts.join('.')}${number}`
  return `${local}@${chance.pick(['example.org', 'mail.example', 'clinic.example', 'hospital.example'])}`
}
