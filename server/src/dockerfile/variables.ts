import { MappedText } from '../text/mapped';
import { type MappedFlag } from './flags';
import { type InstructionLine } from './instruction-line';
import { InstructionNode } from './instructions/instruction-node';
import { type Instruction, type JsonForm, type VariableUse } from './model';
import { ModelMap } from './model-map';
import { readOptions } from './mounts';
import { PairNode } from './pairs';
import { parseTemplate, type TemplatePart } from './template';
import { wordsOf } from './words';

/** Flags of COPY and ADD whose values are expanded; `--from` is not among them. */
const EXPANDED_FLAGS = new Set(['chown', 'chmod', 'checksum', 'exclude']);

/** A text in which BuildKit expands variables. */
interface Expandable {
  readonly text: MappedText;
  /** Absent in the bodies of heredocs, where quotes mean nothing and the escape is a backslash. */
  readonly escape?: string;
}

/**
 * The variables that BuildKit puts in at this instruction, in order of the text; those that a shell expands are not
 * among them. An ONBUILD has those of its trigger.
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function variableUses(instruction: Instruction): readonly VariableUse[] {
  const { written } = instruction;
  let uses = usesOf.get(written);
  if (uses === undefined) {
    uses = readUses(instruction);
    usesOf.set(written, uses);
  }
  return uses;
}

/** They stand in the instruction whatever the variables are. */
const usesOf = new ModelMap<InstructionLine, readonly VariableUse[]>();

function readUses(instruction: Instruction): readonly VariableUse[] {
  if (!(instruction instanceof InstructionNode) || !mayUse(instruction)) return [];
  if (instruction.keyword === 'ONBUILD')
    return instruction.trigger === undefined ? [] : variableUses(instruction.trigger);
  return expandables(instruction, instruction.escape).flatMap(({ text, escape }) => {
    const template = parseTemplate(text.text, { escape: escape ?? '\\', quotes: escape !== undefined });
    return usesIn(template.parts, text);
  });
}

function mayUse({ text, heredocs }: Instruction): boolean {
  return text.text.includes('$') || heredocs.some(({ body }) => body.text.includes('$'));
}

function expandables(instruction: Instruction & InstructionNode, escape: string): readonly Expandable[] {
  const { body, flags } = instruction;
  switch (instruction.keyword) {
    case 'FROM': {
      const [image] = wordsOf(body.text, escape);
      const texts = valuesOf(flags, (name) => name === 'platform');
      if (image !== undefined) texts.push(body.slice(image.start, image.end));
      return texts.map((text) => ({ text, escape }));
    }
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      return instruction.pairs.flatMap((pair) => {
        if (!(pair instanceof PairNode)) return [];
        // The names of an ARG are taken as they are.
        const { start, equals, end } = pair.written;
        return [{ text: body.slice(instruction.keyword === 'ARG' ? equals : start, end), escape }];
      });
    case 'COPY':
    case 'ADD':
      return [
        ...valuesOf(flags, (name) => EXPANDED_FLAGS.has(name)).map((text) => ({ text, escape })),
        ...pathsOf(instruction, escape),
        ...instruction.heredocs.filter(({ expands }) => expands).map((heredoc) => ({ text: heredoc.body })),
      ];
    case 'RUN':
      return valuesOf(flags, (name) => name === 'mount').flatMap((value) =>
        readOptions(value)
          .filter(({ key }) => key !== 'from')
          .map(({ text }) => ({ text, escape })),
      );
    case 'VOLUME':
      return pathsOf(instruction, escape);
    case 'EXPOSE':
    case 'STOPSIGNAL':
    case 'USER':
    case 'WORKDIR':
      return [{ text: body, escape }];
    default:
      return [];
  }
}

function valuesOf(flags: readonly MappedFlag[], isExpanded: (name: string) => boolean): MappedText[] {
  return flags.flatMap(({ name, valueText }) =>
    valueText !== undefined && isExpanded(name) ? [valueText] : [],
  );
}

function pathsOf(instruction: Instruction & InstructionNode, escape: string): readonly Expandable[] {
  const { body, json, heredocs } = instruction;
  if (json !== undefined) return itemsOf(json).map((text) => ({ text, escape }));
  if (heredocs.length === 0) return [{ text: body, escape }];
  const openings = new Set(heredocs.map(({ openSpan }) => openSpan.start));
  return wordsOf(body.text, escape)
    .filter(({ start }) => !openings.has(body.offsetOf(start)))
    .map(({ start, end }) => ({ text: body.slice(start, end), escape }));
}

/** The items of a JSON form; one that is written with escapes is mapped as if it had none, which stays inside it. */
function itemsOf(json: JsonForm): readonly MappedText[] {
  return json.items.map(({ value, span }) => MappedText.verbatim(value, span.start + 1));
}

function usesIn(parts: readonly TemplatePart[], text: MappedText): VariableUse[] {
  return parts.flatMap((part): VariableUse[] => {
    if (typeof part === 'string') return [];
    const { name, start, end, nameStart, operator } = part;
    const inner = [...usesIn(part.word, text), ...usesIn(part.replacement, text)];
    if (!/^[A-Za-z_]/.test(name)) return inner;
    const use = {
      name,
      span: text.spanOf(start, end),
      nameSpan: text.spanOf(nameStart, nameStart + name.length),
      guarded: operator === '-' || operator === '+',
    };
    return [use, ...inner];
  });
}
