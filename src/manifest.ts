/** The ids that package.json declares and code refers to. `manifest.test.ts` compares the two. */
export const commandIds = {
  explainConnection: 'safetyCatch.explainConnection',
  labelTarget: 'safetyCatch.labelTarget',
  showLog: 'safetyCatch.showLog',
  pauseProtection: 'safetyCatch.pauseProtection',
  resumeProtection: 'safetyCatch.resumeProtection',
  allowOnce: 'safetyCatch.allowOnce',
  addAgentRules: 'safetyCatch.addAgentRules',
  showConnectionMenu: 'safetyCatch.showConnectionMenu',
  explainFinding: 'safetyCatch.explainFinding',
  markReviewed: 'safetyCatch.markReviewed',
  runOnDevelopment: 'safetyCatch.runOnDevelopment',
  findFlaggedLines: 'safetyCatch.findFlaggedLines',
  stopFinding: 'safetyCatch.stopFinding',
} as const;

export type CommandName = keyof typeof commandIds;

/** Which flagged line is meant; the one at the cursor where a command gets none. */
export interface FindingPlace {
  /** Absolute path. */
  readonly file: string;
  /** 1-based, as are columns. */
  readonly line: number;
  readonly column: number;
}

/** What commands may be given by those who call them. */
export interface CommandArguments extends Record<CommandName, readonly unknown[]> {
  readonly explainFinding: readonly [place?: FindingPlace];
  readonly markReviewed: readonly [place?: FindingPlace];
}

export const settingKeys = {
  labels: 'labels',
  developmentVariables: 'developmentVariables',
  colourStatusBar: 'colour.statusBar',
  colourTerminal: 'colour.terminal',
  terminalHook: 'terminal.hook',
  stopPolicy: 'stop.policy',
  showMarks: 'show.marks',
  showWords: 'show.words',
  showProductionProblems: 'show.productionProblems',
  showCareProblems: 'show.careProblems',
  showLenses: 'show.lenses',
} as const;

export const viewIds = {
  flaggedLines: 'safetyCatch.flaggedLines',
} as const;

export const colourIds = {
  productionForeground: 'safetyCatch.productionForeground',
  productionAllBackground: 'safetyCatch.productionAllBackground',
  productionSomeBackground: 'safetyCatch.productionSomeBackground',
  productionBorder: 'safetyCatch.productionBorder',
  careForeground: 'safetyCatch.careForeground',
  careAllBackground: 'safetyCatch.careAllBackground',
  careSomeBackground: 'safetyCatch.careSomeBackground',
  careBorder: 'safetyCatch.careBorder',
  faintForeground: 'safetyCatch.faintForeground',
} as const;

export type ColourName = keyof typeof colourIds;

export const contextKeys = {
  isPaused: 'safetyCatch.isPaused',
  /** The text of `${safetyCatch}` in the title of the window. */
  titleText: 'safetyCatch.titleText',
  /** While the workspace is looked through for flagged lines. */
  isFinding: 'safetyCatch.isFinding',
} as const;
