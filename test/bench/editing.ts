import { join, resolve } from 'node:path';
import type { Log } from '../../src/core/log';
import type { Analysis } from '../../src/project/analysis/analysis';
import { threadAnalysis } from '../../src/project/analysis/threadAnalysis';
import { ServiceThread } from '../../src/project/thread/serviceThread';
import { startWorker } from '../../src/project/thread/startWorker';
import type { Bench } from './bench';
import { longestBlock } from './eventLoop';
import { timeOnce, type Figure } from './figure';

const lines = 5000;
const edits = 40;
const what = `an edit of a file of ${lines.toLocaleString('en')} lines`;
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

const head = 'from mongoengine import Document, StringField\n\n';
const block = (at: number): string => `
class Model${at}(Document):
    name = StringField()
    other = StringField(max_length=${at})

    def rename(self, name):
        self.name = name
        if len(name) > 3:
            self.save()
        return self


def work${at}(items, limit=10):
    total = 0
    for item in items:
        if item.value > ${at}:
            total += item.value * 2
    for model in Model${at}.objects(name='x').limit(limit):
        model.delete()
    return dict(total=total, name='work${at}')
`;

/** A finding in every twenty lines or so, which is far more than people write. */
function writeCode(): string {
  const linesOfBlock = block(0).split('\n').length - 1;
  return head + Array.from({ length: lines / linesOfBlock }, (_, at) => block(at)).join('');
}

/** How long marks take to follow what is typed, and what that costs the thread of the extension. */
export const editingBench: Bench = async ({ scratch }) => {
  const worker = resolve('dist/analysisWorker.js');
  const thread = new ServiceThread<Analysis>(() => startWorker(worker), quiet);
  const analysis = threadAnalysis(thread);
  const path = join(scratch, 'models.py');
  let text = writeCode();
  const edit = (): Promise<unknown> => {
    text = text.replace('total=total', 'total=total + 1');
    return analysis.findIn({ path, root: scratch, text });
  };
  const times: number[] = [];
  const blocks: number[] = [];
  await edit();
  for (let at = 0; at < edits; at++)
    blocks.push(await longestBlock(async () => times.push(await timeOnce(edit))));
  thread.dispose();
  const figures: Figure[] = [
    { name: `${what}, until its findings are there`, unit: 'ms', values: times },
    { name: `${what}: longest block`, unit: 'ms', values: blocks },
  ];
  return figures;
};
