import { keyOfUse } from '../../service/inventory/names';
import { digest } from '../../text/digest';
import { purlOf } from './purl';
import { type ImageReport, type ImageReportContext, placedUses, type PlacedUse } from './report';

/**
 * A bill of materials: each image as a component, with its properties and where it stands. The same files give the same
 * text: it has a time only where SOURCE_DATE_EPOCH gives one.
 * @see https://cyclonedx.org/docs/1.6/json/
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export const imagesAsCycloneDx: ImageReport = async (inventory, context) => {
  const groups = new Map<string, PlacedUse[]>();
  for (const use of placedUses(inventory, context)) {
    const key = keyOfUse(use);
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  const components = [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, uses]) => component(key, uses));
  const timestamp = timeOf(context);
  const metadata = {
    ...(timestamp !== undefined && { timestamp }),
    tools: { components: [{ type: 'application', name: 'bulwark', version: context.version }] },
  };
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: await serialNumber(JSON.stringify([metadata, components])),
    version: 1,
    metadata,
    components,
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
};

function component(key: string, uses: readonly PlacedUse[]): readonly unknown[] {
  const [use] = uses;
  if (use === undefined) return [];
  const { repository, tag, digest: hash } = use;
  const purl = purlOf(use);
  const version = tag ?? hash;
  return [
    {
      type: 'container',
      'bom-ref': purl ?? `unknown:${key}`,
      name: repository ?? use.written,
      ...(version !== undefined && { version }),
      ...hashes(hash),
      ...(purl !== undefined && { purl }),
      properties: properties(uses, use),
      evidence: {
        occurrences: uses.map(({ path, range }) => ({ location: path, line: range.start.line + 1 })),
      },
    },
  ];
}

function hashes(hash: string | undefined): object {
  const [, algorithm, content] = /^sha(256|384|512):(.*)$/.exec(hash ?? '') ?? [];
  return algorithm === undefined ? {} : { hashes: [{ alg: `SHA-${algorithm}`, content }] };
}

function properties(uses: readonly PlacedUse[], { standing, isInvalid }: PlacedUse): readonly object[] {
  const of = (name: string, value: string | undefined): readonly object[] =>
    value === undefined ? [] : [{ name: `bulwark:${name}`, value }];
  const { counterpart, endOfLife } = standing ?? {};
  // One image may have several, for what builds and for what runs.
  const counterparts = new Set(
    uses.flatMap((use) => {
      const own = use.standing?.counterpart;
      return own !== undefined && 'reference' in own ? [own.reference] : [];
    }),
  );
  const roles = new Set(uses.map(({ role }) => role));
  return [
    ...of('reference', standing !== undefined ? undefined : isInvalid ? 'invalid' : 'unresolved'),
    ...['ships', 'builds'].filter((role) => roles.has(role as 'ships')).flatMap((role) => of('role', role)),
    ...of('pinning', standing?.pinning),
    ...of('hardened', standing && String(standing.hardened)),
    ...of('variant', standing?.variant),
    ...of('user', standing?.user),
    ...of('system', standing?.system),
    ...of('endOfLife', endOfLife?.date),
    ...(counterpart !== undefined && 'none' in counterpart ? of('counterpart', 'none') : []),
    ...[...counterparts].sort().flatMap((reference) => of('counterpart', reference)),
  ];
}

function timeOf({ env }: ImageReportContext): string | undefined {
  const seconds = env['SOURCE_DATE_EPOCH'] ?? '';
  if (!/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** A UUID of version 8, which is made of whatever one likes: here of what the document says. */
async function serialNumber(text: string): Promise<string> {
  const hex = [...(await digest(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`;
}
