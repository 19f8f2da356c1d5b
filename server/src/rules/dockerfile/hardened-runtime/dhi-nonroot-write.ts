import { addLineAfter, addLineBefore } from '../../../dockerfile/edits';
import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { insert } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix, type Report } from '../../rule';
import { pathBelow } from '../context/copy-target';
import { ownerOf, type Owner } from './image-owner';
import { madeFolders } from './made-folders';
import { imageOf } from './started';
import { rootVolumes, type RootVolume } from './volume-owners';

type Message = 'volume' | 'owned' | 'copied' | 'folder' | 'lost';

export const dhiNonrootWrite = dockerfileRule<Message>({
  id: 'dhi-nonroot-write',
  summary: 'What a program writes must belong to the user that it runs as.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    volume:
      'The image has no {path}, so the volume belongs to root, and "{user}", as whom the container runs, cannot write it.',
    owned:
      'In {image} the folder {path} belongs to root, so that "{user}", as whom the container runs, cannot write the volume.',
    copied:
      'What is copied belongs to root, so that "{user}", as whom the container runs, cannot write the volume {path}.',
    folder:
      'What is copied belongs to root, so that "{user}", as whom the container runs, cannot write {path}.',
    lost: 'COPY gives what it brings to root, whatever the build stage said: "{user}", as whom the container runs, cannot write {path}.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check({ dockerfile, report }) {
    const reported = new Set<number>();
    for (const stage of dockerfile.targets) {
      const owner = ownerOf(stage);
      if (owner === undefined) continue;
      const volumes = rootVolumes(stage).map((volume) => volumeReport(volume, owner, stage, dockerfile));
      for (const each of [...volumes, ...copyReports(stage, owner)]) {
        if (reported.has(each.at.start)) continue;
        reported.add(each.at.start);
        report(each);
      }
    }
  },
});

function volumeReport(
  volume: RootVolume,
  owner: Owner,
  stage: Stage,
  dockerfile: Dockerfile,
): Report<Message> {
  const data = { path: volume.path, user: owner.name, image: imageOf(stage) };
  const { copy } = volume;
  if (copy !== undefined)
    return { message: 'copied', at: copy.keywordSpan, data, offers: [addOwner(copy, owner)] };
  if (volume.isOfImage) return { message: 'owned', at: volume.span, data };
  return {
    message: 'volume',
    at: volume.span,
    data,
    offers: [bringFolder(volume, owner, stage, dockerfile)],
  };
}

/** Copies of folders that a build stage makes for the program to write into. */
function copyReports(stage: Stage, owner: Owner): readonly Report<Message>[] {
  const chain = chainOf(stage);
  if (chain.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'RUN'))) return [];
  return chain.flatMap((each) =>
    instructionsOf(each, 'COPY').flatMap((copy): readonly Report<Message>[] => {
      const found = folderIn(copy);
      if (found === undefined) return [];
      const data = { path: found.path, user: owner.name };
      const message = found.isGiven ? 'lost' : 'folder';
      return [{ message, at: copy.keywordSpan, data, offers: [addOwner(copy, owner)] }];
    }),
  );
}

/** The first such folder that a copy brings, where it lies then. */
function folderIn(copy: CopyInstruction): { readonly path: string; readonly isGiven: boolean } | undefined {
  const builder = copy.from?.stage;
  const destination = valueOf(copy.destinationPath);
  if (builder === undefined || destination === undefined) return undefined;
  if (copy.flags.some(({ name }) => name === 'chown' || name === 'chmod')) return undefined;
  for (const { text } of copy.sources) {
    if (!/^\/[\w./-]+$/.test(text)) continue;
    const source = text.replace(/\/$/, '');
    for (const { path, isGiven } of madeFolders(builder)) {
      const below = pathBelow(source, path);
      if (below === undefined) continue;
      return {
        path: below === '' ? destination : `${destination === '/' ? '' : destination}/${below}`,
        isGiven,
      };
    }
  }
  return undefined;
}

function addOwner({ keywordSpan }: CopyInstruction, { chown }: Owner): Fix {
  return { title: `Add --chown=${chown}`, edits: [insert(keywordSpan.end, ` --chown=${chown}`)] };
}

/** Offers to make the folder in the build stage that files are copied from, and to copy it with its owner. */
function bringFolder(
  { path, instruction }: RootVolume,
  { chown }: Owner,
  stage: Stage,
  dockerfile: Dockerfile,
): Fix | undefined {
  const builder = instructionsOf(stage, 'COPY').findLast(
    ({ from }) => from?.stage?.name !== undefined && from.stage.final.shell.state === 'known',
  )?.from?.stage;
  const last = builder?.instructions.at(-1);
  if (builder?.name === undefined || last === undefined || !stage.instructions.includes(instruction))
    return undefined;
  return {
    title: `Copy an empty ${path} with --chown=${chown} from "${builder.name}"`,
    edits: [
      addLineAfter(dockerfile, last, `RUN mkdir -p ${path}`),
      addLineBefore(dockerfile, instruction, `COPY --from=${builder.name} --chown=${chown} ${path} ${path}`),
    ],
  };
}
