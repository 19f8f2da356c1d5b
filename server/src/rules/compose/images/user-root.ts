import { addToService, removeKey, setInService } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { volumeKey } from '../../../compose/volumes';
import { openscapVariant } from '../../../image/openscap';
import { UNKNOWN, valueOf } from '../../../text/known';
import { listed } from '../../../text/listed';
import { type Dockerfile } from '../../../dockerfile/model';
import { type Span } from '../../../text/span';
import { type BuildContext } from '../../../workspace/context';
import { dropsRoot, userRoot as dockerfileUserRoot } from '../../dockerfile/user/user-root';
import { composeRule, type Fix, type RuleMeta } from '../../rule';
import { userPlace } from '../built/in-dockerfile';
import { type BuiltStage, serviceRun } from '../built/service-run';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { serviceImageFacts } from './service-image';

/** A uid and gid that hardened images use for their nonroot account; a number needs no account to exist. */
const nonrootNumber = '65532:65532';

/** Accounts that images bring for the application to run as, best first. */
const applicationAccounts = ['nonroot', 'node', 'app'];

export const userRoot = composeRule({
  id: 'user-root',
  summary: 'A container must not run as root.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    set: 'The service runs as root. Whoever breaks into it then owns the container, and is root where it meets the host.',
    image:
      'The service runs as root: {image} does, and no user: changes it. Whoever breaks into it then owns the container.',
    built:
      'The service runs as root: what its Dockerfile builds does, and no user: changes it. Whoever breaks into it then owns the container.',
  },
  sameAs: { composeLint: ['CL-0018'] },
  since: '0.1.0',
  check({ compose, context, report }) {
    const set = markedTexts(
      compose,
      ({ user }) => (user !== undefined && isRoot(valueOf(user.resolved)) ? [user] : []),
      (user) => user.span,
    );
    for (const { what, services } of set)
      report({ message: 'set', at: what.span, findOffers: () => changeUser(compose, services) });

    const pulled = markedTexts(
      compose,
      (service) => (runsAsImageRoot(service) && service.image ? [service.image] : []),
      (image) => image.span,
    );
    for (const { what, services } of pulled)
      report({
        message: 'image',
        at: what.span,
        data: { image: valueOf(what.resolved) ?? what.text },
        findOffers: () => addUser(compose, services),
      });

    const built = markedTexts(
      compose,
      (service) => rootBuilds(compose, service, context),
      ({ span }) => span,
    );
    for (const { what, services } of built)
      report({
        message: 'built',
        at: what.span,
        related: userPlace(what.built),
        findOffers: () => addUser(compose, services),
      });
  },
});

/** The place of a build that makes an image which runs as root, and stays so: unless its Dockerfile says that this is meant. */
function rootBuilds(
  compose: Compose,
  service: Service,
  context: BuildContext,
): readonly { readonly span: Span; readonly built: BuiltStage }[] {
  const entry = service.entry('build');
  if (entry === undefined || service.entry('user') !== undefined) return [];
  const run = serviceRun(compose, service, context);
  if (run?.built === undefined || run.user.isRoot !== true) return [];
  const { stage, dockerfile } = run.built;
  const started = [service.entrypoint, service.command].flatMap((each) => each?.words ?? []);
  const isSwitched = started.some(({ text }) => /\b(?:gosu|su-exec|setpriv)\b/.test(text));
  if (dropsRoot(stage) || isSwitched || isLeftAlone(dockerfile, dockerfileUserRoot.meta)) return [];
  return [{ span: entry.keySpan, built: run.built }];
}

/** Whether an ignore comment of the Dockerfile names the rule, ours or that of another tool. */
function isLeftAlone({ comments }: Dockerfile, { id, sameAs }: RuleMeta): boolean {
  const names = new Set([id, ...Object.values(sameAs ?? {}).flat()]);
  return comments.some(({ text }) => text.split(/[\s,:=;()]+/).some((word) => names.has(word)));
}

function isRoot(user: string | undefined): boolean {
  return user !== undefined && /^(?:root|0+)(?::|$)/.test(user);
}

/**
 * Whether the image is known to run as root, and to stay root: its own entry point drops it for no other account. What
 * stands in that one's place calls it as a rule.
 */
function runsAsImageRoot(service: Service): boolean {
  if (service.entry('user') !== undefined || service.inheritsUnknown) return false;
  const facts = serviceImageFacts(service);
  if (facts === undefined || valueOf(facts.isRoot) !== true) return false;
  // oscap-docker needs root to reach the engine.
  if (openscapVariant(facts) === 'dev') return false;
  return facts.entrypointUser === undefined;
}

function candidates(services: readonly Service[]): readonly string[] {
  const facts = services.map(serviceImageFacts);
  const named = applicationAccounts.find((account) =>
    facts.every((image) => (image && valueOf(image.users))?.includes(account) === true),
  );
  return named === undefined ? [nonrootNumber] : [named, nonrootNumber];
}

/** What may be root's alone: the ports and the volumes of the services. Absent where they have neither. */
function rootsAlone(services: readonly Service[]): string | undefined {
  const ports = services.flatMap((service) =>
    service.ports.flatMap(({ target }) => {
      const first = valueOf(target)?.first;
      return first !== undefined && first > 0 && first < 1024 ? [`open port ${first}`] : [];
    }),
  );
  const paths = services.flatMap((service) =>
    service.volumes.flatMap((volume) => {
      const path = valueOf(volume.readOnly) === true ? undefined : volumeKey(volume);
      return path === undefined ? [] : [`write ${path}`];
    }),
  );
  const deeds = [...new Set([...ports, ...paths])];
  return deeds.length === 0
    ? undefined
    : `Often only root can ${listed(deeds, mostDeeds)}: look at that first.`;
}

const mostDeeds = 4;

/** What to look at before services run as somebody who is not root. */
function questionOf(services: readonly Service[]): string | undefined {
  const questions = [sharedBy(services), rootsAlone(services)].filter((each) => each !== undefined);
  return questions.length === 0 ? undefined : questions.join(' ');
}

function addUser(compose: Compose, services: readonly Service[]): readonly (Fix | undefined)[] {
  return candidates(services).map((user) => {
    const edits = services.map((service) => addToService(compose, service, { user }));
    return fixOf(
      `Run as ${user}`,
      edits.every((each) => each !== undefined) ? edits.flat() : undefined,
      questionOf(services),
    );
  });
}

function changeUser(compose: Compose, services: readonly Service[]): readonly (Fix | undefined)[] {
  const [service] = services;
  const user = service?.user;
  const entry = service?.entry('user');
  if (service === undefined || user === undefined || entry === undefined) return [];
  const alone =
    compose.usersOf(user).every((each) => services.includes(each)) && user.origin.kind !== 'alias';
  const change = (name: string): Fix | undefined =>
    fixOf(
      `Run as ${name}`,
      alone
        ? [replaceScalar(user, name, compose.style)]
        : services.length === 1
          ? setInService(compose, service, 'user', name)
          : undefined,
      questionOf(services),
    );
  const imageIsSafe = services.every((each) => valueOf(serviceImageFacts(each)?.isRoot ?? UNKNOWN) === false);
  const drop = imageIsSafe
    ? fixOf(
        "Remove user, so that the image's own counts",
        removeKey(compose, services, entry),
        sharedBy(services),
      )
    : undefined;
  return [drop, ...candidates(services).map(change)];
}
