import { hardenedFor, type HardenedBase } from '../../hardened-base';
import { type Shipment } from '../language';

const registry = 'mcr.microsoft.com/dotnet';

/** An image of Microsoft's for .NET. */
export interface DotnetImage {
  readonly kind: 'sdk' | 'aspnet' | 'runtime' | 'runtime-deps';
  /** `8.0`. */
  readonly version: string;
  /** What a tag of the same system ends in: `-alpine`, or nothing. */
  readonly system: string;
}

/** https://github.com/dotnet/dotnet-docker/blob/main/documentation/supported-tags.md */
export function dotnetImage({ image }: Shipment): DotnetImage | undefined {
  const kind = /^mcr\.microsoft\.com\/dotnet\/(sdk|aspnet|runtime|runtime-deps)$/.exec(
    image?.repository ?? '',
  );
  const version = /^\d+\.\d+/.exec(image?.tag ?? '')?.[0];
  if (kind === null || version === undefined) return undefined;
  return {
    kind: kind[1] as DotnetImage['kind'],
    version,
    system: image?.tag?.includes('alpine') === true ? '-alpine' : '',
  };
}

/** What the program runs on. `aspnetcore` holds the plain runtime as well, so it serves where the kind is not known. */
export function runtimeFor({ kind, version, system }: DotnetImage, isWeb: boolean): HardenedBase | undefined {
  const name = kind === 'runtime-deps' || !isWeb ? 'runtime' : 'aspnet';
  return hardenedFor(`${registry}/${name}:${version}${system}`, 'runtime');
}

export function sdkFor({ version, system }: DotnetImage): HardenedBase | undefined {
  return hardenedFor(`${registry}/sdk:${version}${system}`, 'build');
}

/** Whether a project may serve web pages: false only where all projects of the build context say that they do not. */
export function mayServeWeb({ context, textOf }: Shipment): boolean {
  const projects = (context.tree?.entries ?? []).filter(({ path }) => /\.(?:cs|fs|vb)proj$/.test(path));
  return (
    projects.length === 0 ||
    projects.some(({ path }) => {
      const text = textOf(path);
      return text === undefined || /Microsoft\.NET\.Sdk\.Web|Microsoft\.AspNetCore\.App/.test(text);
    })
  );
}
