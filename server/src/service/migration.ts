import { migrate } from '../migrate/migrate';
import { type Plan, type Refusal } from '../migrate/plan';
import { type BuildContext } from '../workspace/context';
import { type Model } from './run-rules';
import { type Settings } from './settings';

/** The way of a document to hardened images; absent for what is no Dockerfile, and for a document that is too large. */
export function migrationOf(
  model: Model | undefined,
  context: BuildContext,
  { hardenedImageMirrors }: Settings,
): Plan | Refusal | undefined {
  return model?.language === 'dockerfile'
    ? migrate(model.dockerfile, context, { hardenedImageMirrors })
    : undefined;
}
