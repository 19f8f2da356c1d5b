import { dockerfileRule, type DockerfileRule, type RuleMeta } from '../../rule';
import { type OffSwitch } from './off-switch';

/** What the rules of the family differ in. */
interface OffRule {
  readonly id: string;
  /** The tool as a person calls it. */
  readonly tool: string;
  readonly sameAs?: RuleMeta['sameAs'];
  readonly switches: readonly OffSwitch[];
}

/** A rule against talking to a server without checking its certificate. */
export function tlsOffRule(rule: OffRule): DockerfileRule {
  return offRule(rule, {
    summary: `${rule.tool} must check the certificate of the server that it talks to.`,
    base: '{what} makes {tool} trust any server, so whoever stands on the way can hand over something else. Remove it; a private authority belongs into the image instead.',
  });
}

/** A rule against installing packages without checking who made them. */
export function signatureOffRule(rule: OffRule): DockerfileRule {
  return offRule(rule, {
    summary: `${rule.tool} must check the signatures of what it installs.`,
    base: '{what} makes {tool} install packages that nobody signed, so whoever can change a mirror can change the image. Remove it, and import the key of the repository instead.',
  });
}

function offRule(
  { id, tool, sameAs, switches }: OffRule,
  { summary, base }: { readonly summary: string; readonly base: string },
): DockerfileRule {
  return dockerfileRule({
    id,
    summary,
    severity: 'error',
    fix: 'offer',
    messages: { base },
    ...(sameAs === undefined ? {} : { sameAs }),
    since: '0.1.0',
    check({ dockerfile, report }) {
      for (const { what, at, offer } of switches.flatMap((find) => find(dockerfile)))
        report({ message: 'base', at, data: { what, tool }, offers: [offer] });
    },
  });
}
