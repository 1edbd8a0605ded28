import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { localAnalysis } from '../../../../src/project/analysis/localAnalysis';
import { testTrees } from '../../syntax/testTrees';
import { memoryFiles } from '../memoryFiles';

const root = '/ws';
const models = 'from mongoengine import Document\n\nclass Family(Document):\n    pass\n';
const script = 'from models import Family\n\nfor family in Family.objects:\n    family.delete()\n';
const disk = memoryFiles({ '/ws/models.py': models, '/ws/fix.py': script });

async function linesOf(analysis: ReturnType<typeof localAnalysis>, text: string) {
  const found = await analysis.findIn({ root, path: '/ws/fix.py', text });
  return found.map(({ range }) => range.line);
}

describe('the analysis of open files', () => {
  it('goes by what the editor shows', async () => {
    const analysis = localAnalysis(disk, testTrees);
    assert.deepEqual(await linesOf(analysis, script), [4]);
    assert.deepEqual(await linesOf(analysis, `\n${script}`), [5]);
    assert.deepEqual(await linesOf(analysis, script.replace('delete', 'save')), []);
  });

  it('follows names into other files as their editors show them, and as they are on disk once those close', async () => {
    const analysis = localAnalysis(disk, testTrees);
    const text = 'class Family:\n    pass\n';
    await analysis.findIn({ root, path: '/ws/models.py', text });
    assert.deepEqual(await linesOf(analysis, script), []);
    await analysis.close('/ws/models.py');
    assert.deepEqual(await linesOf(analysis, script), [4]);
  });

  it('answers in turn, each for the text that it was asked with', async () => {
    const analysis = localAnalysis(disk, testTrees);
    const texts = [script, `\n${script}`, `\n\n${script}`];
    const lines = await Promise.all(texts.map((text) => linesOf(analysis, text)));
    assert.deepEqual(lines, [[4], [5], [6]]);
  });

  it('tells a half-typed text from a whole one', async () => {
    const analysis = localAnalysis(disk, testTrees);
    await linesOf(analysis, script);
    assert.equal(await analysis.isBroken('/ws/fix.py'), false);
    await linesOf(analysis, script.replace('():', '(').replace('objects:', 'objects.filter('));
    assert.equal(await analysis.isBroken('/ws/fix.py'), true);
  });
});
