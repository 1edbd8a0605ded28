import * as vscode from 'vscode';
import { colourIds } from '../../manifest';
import type { FindingMark, Tone } from './findingMark';

interface ToneLook {
  readonly words: vscode.ThemeColor;
  readonly all?: vscode.ThemeColor;
  readonly some?: vscode.ThemeColor;
  readonly border?: vscode.ThemeColor;
}

const colour = (name: keyof typeof colourIds): vscode.ThemeColor =>
  new vscode.ThemeColor(colourIds[name]);

function looks(): Readonly<Record<Tone, ToneLook>> {
  const faint = { words: colour('faintForeground') };
  return {
    production: {
      words: colour('productionForeground'),
      all: colour('productionAllBackground'),
      some: colour('productionSomeBackground'),
      border: colour('productionBorder'),
    },
    care: {
      words: colour('careForeground'),
      all: colour('careAllBackground'),
      some: colour('careSomeBackground'),
      border: colour('careBorder'),
    },
    faint,
    reviewed: faint,
  };
}

/** The decoration types of marked lines, made once; whoever has them disposes them. */
export class LineStyles implements vscode.Disposable {
  readonly #looks = looks();
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  /** @param marks the folder of the pictures beside the line numbers */
  constructor(private readonly marks: vscode.Uri) {
    for (const tone of Object.keys(this.#looks) as Tone[])
      for (const isAll of [true, false])
        this.#types.set(keyOf({ tone, isAll }), this.#create({ tone, isAll }));
  }

  get all(): readonly (readonly [key: string, type: vscode.TextEditorDecorationType])[] {
    return [...this.#types];
  }

  /** The words behind a line. */
  words(text: string, tone: Tone): vscode.DecorationInstanceRenderOptions {
    return {
      after: {
        contentText: text,
        color: this.#looks[tone].words,
        margin: '0 0 0 3ch',
        fontStyle: 'italic',
      },
    };
  }

  #create({ tone, isAll }: FindingMark): vscode.TextEditorDecorationType {
    const { words, all, some, border } = this.#looks[tone];
    return vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: isAll ? all : some,
      ...(border && { border: '1px solid', borderColor: border }),
      gutterIconPath: vscode.Uri.joinPath(this.marks, `${tone}.svg`),
      gutterIconSize: 'contain',
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      ...(tone !== 'reviewed' && {
        overviewRulerColor: words,
        overviewRulerLane:
          tone === 'faint' ? vscode.OverviewRulerLane.Left : vscode.OverviewRulerLane.Full,
      }),
    });
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }
}

export function keyOf({ tone, isAll }: FindingMark): string {
  return `${tone}${isAll ? 'All' : 'Some'}`;
}
