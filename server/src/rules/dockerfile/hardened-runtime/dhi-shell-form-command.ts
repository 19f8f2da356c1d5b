import { resolvePath } from '../../../dockerfile/paths';
import { isShell, programOf } from '../../../dockerfile/interpreters';
import { type CommandInstruction, type JsonForm, type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type DockerfileContext, type Report } from '../../rule';
import { firstLine } from '../command/first-line';
import { brokenJson } from '../command/json-attempt';
import { certainlyLacks } from '../command/lacking-tools';
import { certainTree } from '../context/context-copies';
import { arrayFix, execForm, unwrappedFix } from './exec-form-fix';
import { shellScriptAt } from './shell-scripts';
import { imageOf, startedBy, startsWithoutShell } from './started';

type Message = 'base' | 'argument' | 'named' | 'script' | 'check' | 'checkNamed';

export const dhiShellFormCommand = dockerfileRule<Message>({
  id: 'dhi-shell-form-command',
  summary: 'What a container starts must not need a shell that its image does not have.',
  severity: 'error',
  fix: 'safe',
  messages: {
    base: '{image} has no shell, and this {keyword} needs one: the container cannot start. Write it as a JSON array.',
    argument:
      '{image} has no shell, yet the ENTRYPOINT gets "/bin/sh -c" and this CMD as its words. Write it as a JSON array.',
    named: '{image} has no "{shell}", so the container cannot start. Start the program itself.',
    script:
      '"{path}" is a script for {shell}, which {image} does not have: the container cannot start. Start the program itself, and do in the build what the script does.',
    check:
      '{image} has no shell, and this check needs one: it fails each time, and the container counts as unhealthy. Write it as a JSON array.',
    checkNamed:
      '{image} has no "{shell}", so this check fails each time, and the container counts as unhealthy. Call the program itself.',
  },
  since: '0.1.0',
  check(context) {
    const reported = new Set<number>();
    for (const stage of context.dockerfile.targets) {
      if (!startsWithoutShell(stage)) continue;
      for (const report of reportsOn(stage, context)) {
        if (reported.has(report.at.start)) continue;
        reported.add(report.at.start);
        context.report(report);
      }
    }
  },
});

function reportsOn(stage: Stage, context: DockerfileContext<Message>): readonly Report<Message>[] {
  const { entrypoint, command, commandGoes } = startedBy(stage);
  const starts = commandGoes === 'started' || commandGoes === 'unknown';
  return [
    entrypoint && onStarted(stage, entrypoint, context),
    command && starts ? onStarted(stage, command, context) : undefined,
    command && commandGoes === 'to file' ? onArgument(stage, command, context) : undefined,
    onCheck(stage, context),
  ].flatMap((report) => report ?? []);
}

function onStarted(
  stage: Stage,
  instruction: CommandInstruction,
  context: DockerfileContext<Message>,
): Report<Message> | undefined {
  const { keyword, json } = instruction;
  const image = imageOf(stage);
  if (json !== undefined) return onArray(stage, json, context);
  if (instruction.script === undefined || brokenJson(instruction.body, keyword) !== undefined)
    return undefined;
  const form = execForm(instruction.body);
  const script = form && scriptOf(stage, form.program, context);
  return {
    message: 'base',
    at: firstLine(instruction.body.spanOf(0, instruction.body.text.length), context.source),
    data: { image, keyword },
    fix: script === undefined ? arrayFix(form, keyword) : undefined,
  };
}

function onArray(
  stage: Stage,
  json: JsonForm,
  context: DockerfileContext<Message>,
): Report<Message> | undefined {
  const [program] = json.items;
  if (program === undefined) return undefined;
  const image = imageOf(stage);
  const shell = shellIn(json);
  if (shell !== undefined)
    return {
      message: 'named',
      at: program.span,
      data: { image, shell },
      fix: unwrappedFix(json, context.source),
    };
  const script = scriptOf(stage, program.value, context);
  return script && { message: 'script', at: program.span, data: { image, ...script } };
}

/** Words of an ENTRYPOINT in exec form. */
function onArgument(
  stage: Stage,
  { json, script, body, keyword }: CommandInstruction,
  context: DockerfileContext<Message>,
): Report<Message> | undefined {
  if (json !== undefined || script === undefined || brokenJson(body, keyword) !== undefined) return undefined;
  const at = firstLine(body.spanOf(0, body.text.length), context.source);
  return {
    message: 'argument',
    at,
    data: { image: imageOf(stage) },
    offers: [arrayFix(execForm(body), keyword)],
  };
}

function onCheck(stage: Stage, context: DockerfileContext<Message>): Report<Message> | undefined {
  const instruction = stage.effective('HEALTHCHECK');
  if (instruction?.keyword !== 'HEALTHCHECK' || instruction.command === undefined) return undefined;
  const { json, script, span } = instruction.command;
  const image = imageOf(stage);
  if (json !== undefined) {
    const shell = shellIn(json);
    const [program] = json.items;
    return shell === undefined || program === undefined
      ? undefined
      : { message: 'checkNamed', at: program.span, data: { image, shell } };
  }
  if (script === undefined || brokenJson(script.text, 'HEALTHCHECK') !== undefined) return undefined;
  const form = execForm(script.text);
  const lacks = form !== undefined && certainlyLacks(stage, form.program);
  const fix = lacks && callsTool(form.program) ? undefined : arrayFix(form, 'HEALTHCHECK');
  return { message: 'check', at: firstLine(span, context.source), data: { image }, fix };
}

/** Programs that images without a shell lack as well, so that the array would not help. */
function callsTool(program: string): boolean {
  return /(?:^|\/)(?:curl|wget|nc)$/.test(program);
}

/** The shell that an array names as its program, where shells usually lie. */
function shellIn({ items: [program] }: JsonForm): string | undefined {
  if (program === undefined || !/^(?:\/(?:usr\/)?bin\/)?[a-z]+$/.test(program.value)) return undefined;
  const name = programOf(program.value);
  return isShell(name) ? program.value : undefined;
}

function scriptOf(
  stage: Stage,
  program: string,
  { dockerfile, context }: DockerfileContext<Message>,
): ReturnType<typeof shellScriptAt> {
  const target = program.includes('/') ? valueOf(resolvePath(program, stage.final.workdir)) : undefined;
  return target === undefined
    ? undefined
    : shellScriptAt(stage, target, dockerfile, certainTree(dockerfile, context));
}
