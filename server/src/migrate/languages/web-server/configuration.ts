import { isIn, join, lastPart } from '../../../dockerfile/artefacts/places';
import { type CopyInstruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type Shipment } from '../language';
import { type Server } from './servers';

/** A file that a COPY puts into the server's configuration. */
export interface ConfigurationFile {
  readonly copy: CopyInstruction;
  /** As the COPY names it. */
  readonly source: string;
  /** Where it lies then; the folder where that is not certain. */
  readonly target: string;
  /** Absent where it could not be read. */
  readonly text: string | undefined;
}

export function configurationFiles(
  { chain, textOf }: Shipment,
  { configuration }: Server,
): readonly ConfigurationFile[] {
  return chain.flatMap((stage) =>
    instructionsOf(stage, ['COPY', 'ADD']).flatMap((copy): readonly ConfigurationFile[] => {
      const target = valueOf(copy.destinationPath);
      if (target === undefined || !isIn(target, configuration)) return [];
      const isInto = copy.sources.length > 1 || /\/["']?$/.test(copy.destination?.text ?? '');
      return copy.sources.map(({ text: source }) => {
        const path = source.replace(/^\.?\//, '').replace(/\/$/, '');
        const heredoc = copy.heredocs[0];
        return {
          copy,
          source,
          target: isInto ? join(target, lastPart(path)) : target,
          text: heredoc?.body.text ?? (copy.from === undefined ? textOf(path) : undefined),
        };
      });
    }),
  );
}

/** Ports below 1024 that a configuration listens on. */
export function lowPorts({ text = '' }: ConfigurationFile, { listen }: Server): readonly number[] {
  const ports = [...text.matchAll(listen)].map(([, digits]) => Number(digits));
  return [...new Set(ports.filter((port) => port > 0 && port < 1024))];
}

/** A pid file that the server's own user cannot write: https://nginx.org/en/docs/ngx_core_module.html#pid */
export function lostPidFile({ text = '', target }: ConfigurationFile): string | undefined {
  if (target !== '/etc/nginx/nginx.conf') return undefined;
  return /(?:^|[;{}\n])[ \t]*pid[ \t]+((?:\/var)?\/run\/nginx\.pid)[ \t]*;/.exec(text)?.[1];
}
