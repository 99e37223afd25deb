/**
 * How many random cases a property is tried on that asks the database, which is slow: `usual`, or so many times more as
 * CLAIMGRAPH_TEST_EFFORT says. Most properties draw new cases in every run, so that they add up over the runs.
 */
export const databaseRuns = (usual: number): number =>
  Math.max(1, Math.round(usual * Number(process.env.CLAIMGRAPH_TEST_EFFORT || 1)))
