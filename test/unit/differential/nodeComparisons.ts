import type { NodeComparison, NodeRow } from './nodeComparison';
import { nodeDrivers } from './nodeDrivers';
import { nodeTools } from './nodeTools';
import { prisma6, prisma7 } from './prismaComparisons';

/** By the folder of `packages`. */
const rows: Readonly<Record<string, readonly NodeRow[]>> = {
  node: [...nodeDrivers, ...nodeTools],
  'prisma-6': prisma6,
  'prisma-7': prisma7,
};

export const nodeComparisons: readonly NodeComparison[] = Object.entries(rows).flatMap(
  ([packages, comparisons]) => comparisons.map((row) => ({ ...row, packages })),
);
