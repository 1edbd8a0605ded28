import type { CodeGrammar, Meaning } from '../codeGrammar';
import { javascriptGrammar } from './javascript';

const parameter: Meaning = { is: 'parameter', name: 'pattern', type: 'type', value: 'value' };

/** JavaScript with types. */
export const typescriptGrammar: CodeGrammar = {
  ...javascriptGrammar,
  language: 'typescript',
  nodes: {
    ...javascriptGrammar.nodes,
    as_expression: { is: 'same', child: 0 },
    satisfies_expression: { is: 'same', child: 0 },
    non_null_expression: { is: 'same' },
    type_assertion: { is: 'same' },
    required_parameter: parameter,
    optional_parameter: parameter,
    abstract_class_declaration: { is: 'class', name: 'name', bases: [], body: 'body' },
    public_field_definition: { is: 'field', name: 'name', type: 'type', value: 'value' },
    type_annotation: { is: 'type' },
  },
};
