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
} as const;

export type CommandName = keyof typeof commandIds;

export const settingKeys = {
  labels: 'labels',
  developmentVariables: 'developmentVariables',
  colourStatusBar: 'colour.statusBar',
  colourTerminal: 'colour.terminal',
  terminalHook: 'terminal.hook',
  stopPolicy: 'stop.policy',
} as const;

export const contextKeys = {
  isPaused: 'safetyCatch.isPaused',
  /** The text of `${safetyCatch}` in the title of the window. */
  titleText: 'safetyCatch.titleText',
} as const;
