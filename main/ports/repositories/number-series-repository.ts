export interface NumberSeriesRepository {
  /**
   * Takes the next `count` numbers of a series and answers the first. Within a unit of work that is rolled back
   * they are given back, so that a series has no gaps.
   */
  take(series: string, count: number): Promise<number>
}
