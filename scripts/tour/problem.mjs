/** Something the tour must find was not there: a plain sentence without its full stop. */
export class TourProblem extends Error {}

/**
 * @param {boolean} holds @param {string} sentence said when it does not
 */
export function must(holds, sentence) {
  if (!holds) throw new TourProblem(sentence)
}
