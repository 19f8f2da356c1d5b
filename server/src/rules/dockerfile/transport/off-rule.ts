import { dockerfileRule, type DockerfileRule, type RuleMeta } from '../../rule';
import { type OffSwitch } from './off-switch';

/** What the rules of the family differ in. */
interface OffRule {
  readonly id: string;
  /** The tool as a person calls it, where a command does not say which it is. */
  readonly tool: string;
  readonly sameAs?: RuleMeta['sameAs'];
  readonly switches: readonly OffSwitch[];
}

const anyCertificate =
  '{what} makes {tool} accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.';

/** A rule against talking to a server without checking its certificate. */
export function tlsOffRule(rule: OffRule): DockerfileRule {
  const summary = `${rule.tool} must check the certificate of the server that it talks to.`;
  return offRule(rule, { summary, messages: { base: anyCertificate }, switches: { base: rule.switches } });
}

/**
 * A rule against installing packages without checking who made them. `tlsSwitches` turn off the check of the server's
 * certificate instead.
 */
export function signatureOffRule({
  tlsSwitches,
  ...rule
}: OffRule & { readonly tlsSwitches?: readonly OffSwitch[] }): DockerfileRule {
  const base =
    '{what} makes {tool} install packages without checking who signed them, so whoever can change a mirror can change the image. Remove it, and import the key that the packages are signed with.';
  return offRule(rule, {
    summary: `${rule.tool} must check the signatures of what it installs.`,
    messages: tlsSwitches === undefined ? { base } : { base, certificate: anyCertificate },
    switches: { base: rule.switches, certificate: tlsSwitches ?? [] },
  });
}

/** A rule that reports what its switches find, each under its message. */
export function offRule(
  { id, tool, sameAs }: Omit<OffRule, 'switches'>,
  {
    summary,
    messages,
    switches,
  }: {
    readonly summary: string;
    readonly messages: Readonly<Record<string, string>>;
    readonly switches: Readonly<Record<string, readonly OffSwitch[]>>;
  },
): DockerfileRule {
  const finders = Object.entries(switches).flatMap(([message, own]) =>
    own.map((each) => ({ message, ...each })),
  );
  return dockerfileRule({
    id,
    summary,
    severity: 'error',
    fix: 'offer',
    messages,
    ...(sameAs === undefined ? {} : { sameAs }),
    since: '0.1.0',
    mentions: finders.flatMap(({ mentions }) => mentions),
    check({ dockerfile, source, report }) {
      for (const { message, mentions, find } of finders) {
        if (!source.mentions(mentions)) continue;
        for (const { what, at, tool: called, offer } of find(dockerfile))
          report({ message, at, data: { what, tool: called ?? tool }, offers: [offer] });
      }
    },
  });
}
