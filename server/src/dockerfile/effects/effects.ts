import { known, UNKNOWN, type Known } from '../../text/known';
import { type Account, accountsOf } from './accounts';
import { type Effects, type InstalledPackage, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { packagesOf } from './packages';

const computed = new ModelMap<Stage, Effects>();

/** What the stage makes on top of those that it stands on. Follows the chain without recursion: it may be long. */
export function effectsOf(stage: Stage): Effects {
  const waiting: Stage[] = [];
  let inherited: Effects | undefined;
  for (let below: Stage | undefined = stage; below !== undefined; below = below.base.stage) {
    inherited = computed.get(below);
    if (inherited !== undefined) break;
    waiting.push(below);
  }
  let effects = inherited ?? { users: known([]), packages: [] };
  for (const next of waiting.reverse()) {
    effects = add(effects, next);
    computed.set(next, effects);
  }
  return effects;
}

function add(below: Effects, stage: Stage): Effects {
  const users = accountsOf(stage);
  const packages: InstalledPackage[] = [];
  for (const instruction of stage.instructions)
    if (instruction.keyword === 'RUN') packages.push(...packagesOf(instruction));
  return {
    users: join(below.users, users),
    packages: packages.length === 0 ? below.packages : [...below.packages, ...packages],
  };
}

function join(below: Known<readonly Account[]>, own: Known<readonly Account[]>): Known<readonly Account[]> {
  if (below.state !== 'known' || own.state !== 'known') return UNKNOWN;
  return own.value.length === 0 ? below : known([...below.value, ...own.value]);
}
