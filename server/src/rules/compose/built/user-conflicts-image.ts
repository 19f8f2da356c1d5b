import { type Compose, type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { volumeKey } from '../../../compose/volumes';
import { chainOf } from '../../../dockerfile/chain';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { operands } from '../../../shell/flags';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { pathBelow } from '../../dockerfile/context/copy-target';
import { composeRule } from '../../rule';
import { agreedTexts } from './agreed-texts';
import { type RunUser } from './run-user';
import { userPlace } from './in-dockerfile';
import { type BuiltStage, serviceRun } from './service-run';

interface Conflict {
  readonly user: ScalarValue;
  readonly own: string;
  readonly image: string;
  readonly path: string;
  readonly built: BuiltStage;
}

export const userConflictsImage = composeRule({
  id: 'user-conflicts-image',
  summary: 'A container must run as the user that its image gave its files to.',
  severity: 'info',
  fix: 'none',
  messages: {
    base: 'The Dockerfile gives {path} to "{image}", as whom the image runs. As "{user}" the container cannot write it, and perhaps not read it.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = agreedTexts(
      compose,
      (service) => conflictsIn(compose, service, context),
      ({ user }) => user,
    );
    for (const { what } of found)
      report({
        message: 'base',
        at: what.user.span,
        data: { path: what.path, image: what.image, user: what.own },
        related: userPlace(what.built),
      });
  },
});

function conflictsIn(compose: Compose, service: Service, context: BuildContext): readonly Conflict[] {
  const { user } = service;
  if (user === undefined || service.groupAdd.length > 0) return [];
  const run = serviceRun(compose, service, context);
  if (run?.built === undefined || run.imageUser.isRoot !== false || run.user.isRoot !== false) return [];
  const [own, other] = [valueOf(run.user.uid), valueOf(run.imageUser.uid)];
  if (own === undefined || other === undefined || own === other) return [];
  // What is mounted over it has an owner of its own.
  const mounts = service.volumes.map((volume) => volumeKey(volume));
  const isMounted = (path: string): boolean =>
    mounts.some((mount) => mount === undefined || pathBelow(mount, path) !== undefined);
  const path = givenPaths(run.built.stage, run.imageUser).find((each) => !isMounted(each));
  if (path === undefined) return [];
  const image = valueOf(run.imageUser.name) ?? String(other);
  return [{ user, own: valueOf(run.user.name) ?? String(own), image, path, built: run.built }];
}

/** What the Dockerfile gives to the account that its image runs as. */
function givenPaths(stage: Stage, { name, uid }: RunUser): readonly string[] {
  const names = new Set([valueOf(name), String(valueOf(uid))]);
  const isOwner = (owner: string): boolean => names.has(owner.split(':')[0]);
  return chainOf(stage).flatMap(({ instructions }) => instructions.flatMap((each) => givenBy(each, isOwner)));
}

function givenBy(instruction: Instruction, isOwner: (owner: string) => boolean): readonly string[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const owner = instruction.flags.find(({ name }) => name === 'chown')?.value;
    const path = valueOf(instruction.destinationPath);
    return owner !== undefined && path !== undefined && isOwner(owner) ? [path] : [];
  }
  if (instruction.keyword !== 'RUN') return [];
  return commandsOf(instruction).flatMap((command) => {
    if (command.name !== 'chown') return [];
    const [owner, ...paths] = operands(command);
    if (owner?.literal !== true || !isOwner(owner.value)) return [];
    return paths.flatMap(({ value, literal }) => (literal && value.startsWith('/') ? [value] : []));
  });
}
